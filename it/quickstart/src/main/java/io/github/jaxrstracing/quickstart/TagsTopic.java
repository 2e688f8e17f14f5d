// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What a request has, as tags of its span. */
final class TagsTopic implements Topic {
  @Override
  public String code() {
    return """
        TracingFeature.builder()
            .tracer(tracer)
            .requestTags("query_string", "header.X-Tenant")
            .build()

        @GET
        @Path("orders/{id}")
        @Traced(requestTags = "path.id")
        public String order() {
        """;
  }

  @Override
  public List<String> result() throws IOException, InterruptedException {
    MockTracer tracer = new MockTracer();
    TracingFeature feature =
        TracingFeature.builder()
            .tracer(tracer)
            .requestTags("query_string", "header.X-Tenant")
            .build();

    return new Stage(tracer)
        .ask(feature, new Orders(), List.of("/orders/7?colour=red"), "X-Tenant", "blue")
        .lines(Set.of("query_string", "header.X-Tenant", "path.id")::contains);
  }

  /** The service. */
  @Path("")
  public static final class Orders {
    @GET
    @Path("orders/{id}")
    @Traced(requestTags = "path.id")
    public String order() {
      return "a kettle";
    }
  }
}
