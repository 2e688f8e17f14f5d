// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Feature;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A feature that another feature registers, where one has registered itself before. */
class ExplicitFeatureTest {
  private final MockTracer discovered = new MockTracer();

  @AfterEach
  void forgetTheGlobalTracer() {
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  @Test
  void takesThePlaceOfTheDiscoveredOne() {
    GlobalTracer.registerIfAbsent(discovered);
    MockTracer explicit = new MockTracer();
    Feature registering =
        context -> {
          context.register(
              TracingFeature.builder()
                  .tracer(explicit)
                  .traceAll()
                  .redactParameters("token")
                  .serializationSpans()
                  .build());
          return true;
        };
    ResourceConfig config =
        new ResourceConfig()
            .property(ServerTracingProperties.ENABLED, true)
            .property(ServerTracingProperties.TRACE_ALL, true)
            .register(registering);
    try (TestServer server = new TestServer(config, null, Pings.class)) {
      assertThat(server.get("/ping?token=1").body()).isEqualTo("pong");
      await().until(() -> explicit.finishedSpans().size() == 2);
    }

    assertThat(discovered.finishedSpans()).isEmpty();
    assertThat(explicit.finishedSpans())
        .extracting(span -> span.operationName())
        .containsExactlyInAnyOrder("serialize", "GET:/api/ping");
    assertThat(explicit.finishedSpans())
        .filteredOn(span -> span.operationName().equals("GET:/api/ping"))
        .allSatisfy(
            span ->
                assertThat((String) span.tags().get("http.url")).endsWith("/ping?token=REDACTED"));
  }

  @Path("ping")
  public static class Pings {
    @GET
    public String ping() {
      return "pong";
    }
  }
}
