// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Map;

/** A resource, filters and interceptors that ask for the span of their request. */
final class ActiveSpanResources {
  private ActiveSpanResources() {}

  @Path("asking")
  @Traced
  public static class Asking {
    private final Tracer tracer;
    private final ActiveSpans seen;

    Asking(Tracer tracer, ActiveSpans seen) {
      this.tracer = tracer;
      this.seen = seen;
    }

    @POST
    public String post(String body) {
      seen.note("resource");
      return body;
    }

    @POST
    @Path("untraced")
    @Traced(false)
    public String untraced(String body) {
      seen.note("resource");
      return body;
    }

    @POST
    @Path("with-child")
    @SuppressWarnings("try") // the scope is there to be closed
    public String withChild(String body) {
      Span child = tracer.buildSpan("child").start();
      try (Scope scope = tracer.activateSpan(child)) {
        return body;
      } finally {
        child.finish();
      }
    }

    @POST
    @Path("tagged")
    public String tagged(String body) {
      tracer.activeSpan().setTag("tenant", "blue").log("cache miss");
      return body;
    }
  }

  public static class AskingFilters implements ContainerRequestFilter, ContainerResponseFilter {
    private final Map<String, String> given;

    AskingFilters(Map<String, String> given) {
      this.given = given;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      given.put("request filter", ActiveSpans.idOf(TracingFeature.spanOf(request)));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      given.put("response filter", ActiveSpans.idOf(TracingFeature.spanOf(request)));
    }
  }

  public static class AskingInterceptors implements ReaderInterceptor, WriterInterceptor {
    private final Map<String, String> given;

    AskingInterceptors(Map<String, String> given) {
      this.given = given;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
      given.put("reader", ActiveSpans.idOf(TracingFeature.spanOf(context)));
      return context.proceed();
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      given.put("writer", ActiveSpans.idOf(TracingFeature.spanOf(context)));
      context.proceed();
    }
  }
}
