// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientSpanDecorator;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.FaultyTracer;
import io.github.jaxrstracing.it.testkit.FaultyTracer.Fault;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Invocation;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the tracer and the code of the user do, the call succeeds. */
public abstract class GuardContract extends ClientContract {
  /** All that a call may use, as {@code Type.method}. */
  private static final List<String> METHODS =
      List.of(
          "Tracer.buildSpan",
          "Tracer.activeSpan",
          "Tracer.activateSpan",
          "Tracer.inject",
          "SpanBuilder.ignoreActiveSpan",
          "SpanBuilder.withStartTimestamp",
          "SpanBuilder.addReference",
          "SpanBuilder.withTag",
          "SpanBuilder.start",
          "Span.context",
          "Span.setTag",
          "Span.finish",
          "Scope.close");

  static Stream<Arguments> faults() {
    return FaultyTracer.everyFaultOf(METHODS);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void failingTracerFailsNoCallAndIsLoggedOnce(String method, Fault fault) throws Exception {
    FaultyTracer failing = new FaultyTracer(tracer, method, fault);
    Client client = client(b -> b.register(new ClientTracingFeature(failing.tracer())));

    inParent(
        () -> {
          SpanContext parent = Objects.requireNonNull(tracer.activeSpan()).context();
          for (int i = 0; i < 2; i++) {
            for (Mode mode : Mode.values()) {
              assertThat(status(mode.get(client.target(server.uri("/status/500")).request())))
                  .isEqualTo(500);
            }
            // Only a parent that is not active here is given to the tracer.
            Invocation.Builder given = client.target(server.uri("/status/500")).request();
            given.property(ClientTracingFeature.CHILD_OF, parent);
            assertThat(status(given.get())).isEqualTo(500);
          }
          return null;
        });

    // An async call is answered before its executor has closed the scope.
    awaitSoon().untilAsserted(() -> assertThat(tracer.openScopes()).isEmpty());
    assertThat(failing.calls()).isPositive();
    List<String> logged = warnings.take();
    assertThat(logged).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(2);
    if (fault != Fault.RETURNS_NULL) {
      assertThat(logged).isNotEmpty().allMatch(m -> m.contains("by the tracer"));
    }
  }

  @Test
  void failingDecoratorFailsNoCall() {
    IllegalStateException thrown = new IllegalStateException("by the decorator");
    Client client =
        client(
            b ->
                b.register(
                    ClientTracingFeature.builder()
                        .tracer(tracer)
                        .decorator(
                            new ClientSpanDecorator() {
                              @Override
                              public void onRequest(ClientRequestContext request, Span span) {
                                throw thrown;
                              }

                              @Override
                              public void onResponse(
                                  ClientRequestContext request,
                                  ClientResponseContext response,
                                  Span span) {
                                throw thrown;
                              }
                            })
                        .build()));

    for (int i = 0; i < 2; i++) {
      assertThat(status(client.target(server.uri("/a")).request().get())).isEqualTo(200);
    }

    spans(2);
    assertThat(warnings.take()).hasSize(2).allMatch(m -> m.contains("by the decorator"));
  }

  @Test
  void failingSupplierFailsNoCall() {
    Client client =
        client(
            b ->
                b.register(
                    ClientTracingFeature.builder()
                        .tracer(
                            () -> {
                              throw new IllegalStateException("by the supplier");
                            })
                        .build()));

    for (int i = 0; i < 2; i++) {
      assertThat(status(client.target(server.uri("/a")).request().get())).isEqualTo(200);
    }

    spans(0);
    assertThat(warnings.take()).singleElement().asString().contains("by the supplier");
  }

  @Test
  void supplierThatGaveNothingIsAskedAgain() {
    AtomicReference<Tracer> later = new AtomicReference<>();
    Client client =
        client(b -> b.register(ClientTracingFeature.builder().tracer(later::get).build()));

    assertThat(status(client.target(server.uri("/a")).request().get())).isEqualTo(200);
    assertThat(tracer.started()).isZero();
    assertThat(warnings.take()).hasSize(1);
    later.set(tracer);
    awaitSoon()
        .until(
            () -> {
              status(client.target(server.uri("/a")).request().get());
              return tracer.started() > 0;
            });

    span();
  }

  @Test
  void supplierThatGivesNullIsNotReplacedByTheGlobalTracer() {
    GlobalTracer.registerIfAbsent(tracer);
    try {
      Client client =
          client(b -> b.register(ClientTracingFeature.builder().tracer(() -> null).build()));

      assertThat(status(client.target(server.uri("/a")).request().get())).isEqualTo(200);

      spans(0);
      assertThat(warnings.take()).hasSize(1);
    } finally {
      GlobalTracerTestUtil.resetGlobalTracer();
    }
  }
}
