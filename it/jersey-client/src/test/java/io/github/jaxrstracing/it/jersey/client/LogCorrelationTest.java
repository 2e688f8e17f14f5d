// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.InvocationCallback;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The ids of the caller's span in the MDC of its callbacks. */
class LogCorrelationTest {
  private final MockTracer tracer = new MockTracer();

  @Test
  void idsOfTheCallerAreInTheMdcOfItsCallback() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    Span caller = tracer.buildSpan("caller").start();
    try (Client client = client();
        Scope scope = tracer.activateSpan(caller)) {
      assertThat(scope).isNotNull();
      client.target("http://localhost/").request().async().get(new Seeing(seen));

      assertThat(seen.get(10, TimeUnit.SECONDS))
          .isEqualTo(caller.context().toTraceId() + '/' + caller.context().toSpanId());
    } finally {
      caller.finish();
    }
    assertThat(MDC.get("trace_id")).isNull();
  }

  private Client client() {
    return ClientBuilder.newBuilder()
        .register(ClientTracingFeature.builder().tracer(tracer).logCorrelation().build())
        .register((ClientRequestFilter) request -> request.abortWith(Response.ok().build()))
        .build();
  }

  private record Seeing(CompletableFuture<String> seen) implements InvocationCallback<Response> {
    @Override
    public void completed(Response response) {
      seen.complete(MDC.get("trace_id") + '/' + MDC.get("span_id"));
    }

    @Override
    public void failed(Throwable throwable) {
      seen.completeExceptionally(throwable);
    }
  }
}
