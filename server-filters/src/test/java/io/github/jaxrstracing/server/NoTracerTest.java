// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.Warnings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

class NoTracerTest {
  @Test
  void servesAndTellsOnceWhatToDo() {
    ResourceConfig config = new ResourceConfig().register(new TracingFeature());
    try (Warnings warnings = new Warnings();
        TestServer server = new TestServer(config, null, Pings.class)) {
      assertThat(server.get("/ping").body()).isEqualTo("pong");
      assertThat(server.get("/ping").body()).isEqualTo("pong");

      assertThat(warnings.take())
          .singleElement()
          .asString()
          .startsWith("No tracer was found: nothing is traced. Give one to the feature, register")
          .contains("GlobalTracer", "jaxrs-tracing.tracer=opentelemetry", "TracerResolver");
    }
  }

  @Path("ping")
  @Traced
  public static class Pings {
    @GET
    public String ping() {
      return "pong";
    }
  }
}
