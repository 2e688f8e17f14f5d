// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.Span;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The seam that the hooks of an implementation use, with hooks that fit anywhere. */
class ClientHooksTest {
  private final MockTracer tracer = new MockTracer();

  /** Keeps the trace beside the request, as where properties are shared between calls. */
  private static final class FakeHooks implements ClientHooks {
    private final Map<ClientRequestContext, CallTrace> traces = new ConcurrentHashMap<>();
    private TracedClient client;

    @Override
    public boolean fits(Configuration configuration) {
      return true;
    }

    @Override
    public void install(FeatureContext context, TracedClient traced) {
      client = traced;
    }

    @Override
    public boolean endCalls() {
      return true;
    }

    @Override
    public void keep(ClientRequestContext request, CallTrace trace) {
      traces.put(request, trace);
    }

    @Override
    public CallTrace find(ClientRequestContext request) {
      return traces.get(request);
    }
  }

  private Client client(ClientHooks... hooks) {
    return ClientBuilder.newBuilder()
        .register(TracedClients.feature(ClientTracingFeature.builder().tracer(tracer), hooks))
        .register(
            (ClientRequestFilter)
                request -> {
                  assertThat(request.getPropertyNames()).doesNotContain(CallTrace.PROPERTY);
                  request.abortWith(Response.status(202).build());
                })
        .build();
  }

  @Test
  void hooksKeepTheTraceAndEndIt() {
    FakeHooks hooks = new FakeHooks();
    Client client = client(hooks);

    client.target("http://a.invalid").request().get().close();

    assertThat(tracer.finishedSpans()).isEmpty();
    hooks
        .traces
        .values()
        .forEach(trace -> trace.endWithFailure(new IllegalStateException("late"), null));
    MockSpan span = tracer.finishedSpans().get(0);
    assertThat(span.tags()).containsEntry("http.status_code", 202).containsEntry("error", true);
    assertThat(span.logEntries()).hasSize(1);
    client.close();
  }

  @Test
  void hooksTellWhoMadeTheCall() {
    Span caller = tracer.buildSpan("caller").start();
    FakeHooks hooks = new FakeHooks();
    Client client = client(hooks);
    client.register(
        (ClientRequestFilter) request -> hooks.client.beginCall(request, caller.context()), 1);

    client.target("http://a.invalid").request().get().close();
    hooks.traces.values().forEach(trace -> trace.endWithFailure(null, null));

    assertThat(tracer.finishedSpans())
        .singleElement()
        .satisfies(
            span -> assertThat(span.parentId()).isEqualTo(((MockSpan) caller).context().spanId()));
    client.close();
  }

  @Test
  void hooksThatDoNotKnowTheVersionLeaveThePairAlone() {
    ClientHooks broken =
        new ClientHooks() {
          @Override
          public boolean fits(Configuration configuration) {
            return true;
          }

          @Override
          public void install(FeatureContext context, TracedClient client) {
            throw new NoSuchMethodError("Connector.connect");
          }

          @Override
          public boolean endCalls() {
            throw new AssertionError("not installed");
          }
        };
    try (Warnings warnings = new Warnings()) {
      ClientTracingFeature feature =
          TracedClients.feature(ClientTracingFeature.builder().tracer(tracer), broken);
      for (int i = 0; i < 2; i++) {
        Client client =
            ClientBuilder.newBuilder()
                .register(feature)
                .register((ClientRequestFilter) r -> r.abortWith(Response.status(202).build()))
                .build();
        client.target("http://a.invalid").request().get().close();
        client.close();
      }

      assertThat(tracer.finishedSpans()).hasSize(2);
      assertThat(warnings.messages())
          .singleElement()
          .asString()
          .contains("NoSuchMethodError", "Connector.connect");
    }
  }

  @Test
  void hooksOfAnotherImplementationAreNotInstalled() {
    ClientHooks other =
        new ClientHooks() {
          @Override
          public boolean fits(Configuration configuration) {
            return false;
          }

          @Override
          public void install(FeatureContext context, TracedClient client) {
            throw new AssertionError("does not fit");
          }
        };
    Client client =
        ClientBuilder.newBuilder()
            .register(TracedClients.feature(ClientTracingFeature.builder().tracer(tracer), other))
            .build();

    assertThatThrownBy(() -> client.target("http://a.invalid").request().get())
        .isInstanceOf(ProcessingException.class);
    client.close();
  }
}
