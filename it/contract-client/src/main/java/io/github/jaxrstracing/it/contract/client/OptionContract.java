// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.client.ClientTracingProperties;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.opentracing.Scope;
import io.opentracing.Span;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.WebTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a call, a target or a client says of its spans. */
public abstract class OptionContract extends ClientContract {
  @ParameterizedTest
  @EnumSource(Mode.class)
  void childOfWinsOverTheActiveSpan(Mode mode) throws Exception {
    Span span = tracer.buildSpan("other").start();
    Span context = tracer.buildSpan("other").start();

    inParent(
        () ->
            status(mode.get(request("/a").property(ClientTracingFeature.CHILD_OF, span)))
                + status(
                    mode.get(
                        request("/b").property(ClientTracingFeature.CHILD_OF, context.context()))));
    span.finish();
    context.finish();

    assertThat(spans(2))
        .extracting(FinishedSpan::parentId)
        .containsExactly(span.context().toSpanId(), context.context().toSpanId());
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void untracedCallHasNeitherSpanNorHeaders(Mode mode) throws Exception {
    inParent(() -> status(mode.get(request("/a").property(ClientTracingFeature.TRACED, false))));

    spans(0);
    assertThat(server.received()).extracting(this::wire).containsExactly("none");
  }

  @Test
  void callMayBeTracedWhereItsClientIsNot() {
    Client client =
        client(
            b ->
                b.register(new ClientTracingFeature(tracer))
                    .property(ClientTracingFeature.TRACED, false));
    WebTarget target = client.target(server.uri("/a"));

    status(target.request().get());
    status(target.request().property(ClientTracingFeature.TRACED, true).get());

    spans(1);
  }

  @Test
  void filterThatRunsBeforeMayDecide() {
    Client client =
        client(
            b ->
                b.register(new ClientTracingFeature(tracer))
                    .register(new NamingByPath(), Filters.EARLY));

    status(client.target(server.uri("/health")).request().get());
    status(client.target(server.uri("/orders")).request().get());

    assertThat(span().name()).isEqualTo("by filter");
  }

  private static final class NamingByPath implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
      if (request.getUri().getPath().equals("/health")) {
        request.setProperty(ClientTracingFeature.TRACED, false);
      }
      request.setProperty(ClientTracingFeature.OPERATION_NAME, "by filter");
    }
  }

  @Test
  void callNamesItsSpan() {
    status(request("/a").property(ClientTracingFeature.OPERATION_NAME, "reserve-stock").get());
    status(request("/a").property(ClientTracingFeature.OPERATION_NAME, "").get());

    assertThat(spans(2)).extracting(FinishedSpan::name).containsExactly("reserve-stock", "GET");
  }

  @Test
  void targetTellsItsTemplate() {
    Client client =
        client(
            b ->
                b.register(
                    ClientTracingFeature.builder()
                        .tracer(tracer)
                        .operationName(OperationName.route())
                        .build()));

    status(
        client
            .target(server.uri("/orders/7"))
            .property(ClientTracingFeature.ROUTE, "/orders/{id}")
            .request()
            .get());

    assertThat(span().name()).isEqualTo("GET:/orders/{id}");
  }

  @Test
  void wrongTypesAreIgnoredWithOneWarningEach() throws Exception {
    Client client = client();
    Span parent =
        inParent(
            () -> {
              for (int i = 0; i < 2; i++) {
                status(
                    client
                        .target(server.uri("/a"))
                        .request()
                        .property(ClientTracingFeature.TRACED, "false")
                        .property(ClientTracingFeature.CHILD_OF, 42)
                        .property(ClientTracingFeature.OPERATION_NAME, 'x')
                        .get());
              }
              return null;
            });

    List<FinishedSpan> spans = spans(2);
    assertThat(spans).extracting(FinishedSpan::name).containsOnly("GET");
    assertThat(spans).extracting(FinishedSpan::parentId).containsOnly(parent.context().toSpanId());
    assertThat(warnings.take())
        .hasSize(3)
        .anyMatch(m -> m.contains(ClientTracingFeature.TRACED) && m.contains("java.lang.String"))
        .anyMatch(m -> m.contains(ClientTracingFeature.CHILD_OF) && m.contains("SpanContext"))
        .anyMatch(m -> m.contains(ClientTracingFeature.OPERATION_NAME));
  }

  @Test
  void propagatesOnlyWhereItMay() {
    Client client =
        client(
            b ->
                b.register(
                    ClientTracingFeature.builder()
                        .tracer(tracer)
                        .propagateTo(uri -> uri.getPath().startsWith("/inside"))
                        .build()));
    Span parent = tracer.buildSpan("parent").start();
    parent.setBaggageItem("tenant", "value");
    try (Scope scope = tracer.activateSpan(parent)) {
      assertThat(scope).isNotNull();
      status(client.target(server.uri("/outside")).request().get());
      status(client.target(server.uri("/inside")).request().get());
    }
    parent.finish();

    List<FinishedSpan> spans = spans(2);
    assertThat(server.received())
        .extracting(this::wire)
        .containsExactly("none", spans.get(1).ids());
    assertThat(server.received().get(0).headers().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("baggage"));
    assertThat(server.received())
        .extracting(received -> tracer.recorded().baggageIn(received.headers(), "tenant"))
        .containsExactly(null, "value");
  }

  @Test
  void predicateThatFailsKeepsTheContextIn() {
    Client client =
        client(
            b ->
                b.register(
                    ClientTracingFeature.builder()
                        .tracer(tracer)
                        .propagateTo(
                            uri -> {
                              throw new IllegalStateException("by the predicate");
                            })
                        .build()));

    status(client.target(server.uri("/a")).request().get());

    assertThat(server.received()).extracting(this::wire).containsExactly("none");
    assertThat(warnings.take()).singleElement().asString().contains("by the predicate");
    span();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void wrongPropertyOfAClientFailsNoCallAndIsLoggedOnce(Mode mode) throws Exception {
    ClientTracingFeature feature = new ClientTracingFeature(tracer);

    for (int i = 0; i < 2; i++) {
      Client client =
          client(b -> b.property(ClientTracingProperties.DROP_QUERY, "perhaps").register(feature));
      assertThat(status(mode.get(client.target(server.uri("/a")).request()))).isEqualTo(200);
    }

    spans(0);
    assertThat(warnings.take())
        .singleElement()
        .asString()
        .contains(ClientTracingProperties.DROP_QUERY, "perhaps", "true and false");
  }
}
