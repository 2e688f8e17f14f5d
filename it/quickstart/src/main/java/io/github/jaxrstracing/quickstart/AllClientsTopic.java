// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;

/** Clients that nobody has registered anything on. */
final class AllClientsTopic implements Topic {
  @Override
  public String code() {
    return """
        var installed = ClientTracingFeature.installForAllClients(tracer);
        """;
  }

  @Override
  public List<String> result() throws IOException, InterruptedException {
    MockTracer tracer = new MockTracer();
    var installed = ClientTracingFeature.installForAllClients(tracer);
    try (installed) {
      return new Stage(tracer)
          .ask(new TracingFeature(tracer), new Shelves(), List.of("/shelves"))
          .lines("http.status_code"::equals);
    }
  }

  /** The service: its client knows nothing of tracing. */
  @Path("shelves")
  @Traced
  public static final class Shelves {
    @GET
    public String ask(@Context UriInfo here) {
      Client client = ClientBuilder.newClient();
      try {
        return client.target(here.getAbsolutePath()).path("top").request().get(String.class);
      } finally {
        client.close();
      }
    }

    @GET
    @Path("top")
    public String top() {
      return "empty";
    }
  }
}
