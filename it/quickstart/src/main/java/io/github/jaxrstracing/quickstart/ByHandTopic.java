// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The span of a request where nobody has made it active. */
final class ByHandTopic implements Topic {
  @Override
  public String code() {
    return """
        @GET
        public String pack(@Context ContainerRequestContext request) {
          tracer.activeSpan().setTag("gift", true);
          Span span = TracingFeature.spanOf(request); // null when it is not traced
          return CompletableFuture.supplyAsync(() -> wrap(span)).join();
        }

        private String wrap(@Nullable Span parent) {
          Span span = tracer.buildSpan("wrap").asChildOf(parent).start();
          span.log("no paper left");
          span.finish();
          return "wrapped";
        }
        """;
  }

  @Override
  public List<String> result() throws IOException, InterruptedException {
    MockTracer tracer = new MockTracer();

    return new Stage(tracer)
        .ask(new TracingFeature(tracer), new Parcels(tracer), List.of("/parcels"))
        .lines("gift"::equals);
  }

  /** The service. */
  @Path("parcels")
  @Traced
  public static final class Parcels {
    private final Tracer tracer;

    Parcels(Tracer tracer) {
      this.tracer = tracer;
    }

    @GET
    public String pack(@Context ContainerRequestContext request) {
      tracer.activeSpan().setTag("gift", true);
      Span span = TracingFeature.spanOf(request); // null when it is not traced
      return CompletableFuture.supplyAsync(() -> wrap(span)).join();
    }

    private String wrap(@Nullable Span parent) {
      Span span = tracer.buildSpan("wrap").asChildOf(parent).start();
      span.log("no paper left");
      span.finish();
      return "wrapped";
    }
  }
}
