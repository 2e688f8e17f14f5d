// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notes which span is active, and on which thread, in each filter and interceptor. */
final class ActiveSpans {
  private final Tracer tracer;
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final Map<String, String> threads = new ConcurrentHashMap<>();

  ActiveSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  static String idOf(@Nullable Span span) {
    return span == null ? "none" : span.context().toSpanId();
  }

  /** Notes the active span; for resources. */
  void note(String where) {
    ids.put(where, idOf(tracer.activeSpan()));
    threads.put(where, Thread.currentThread().getName());
  }

  /** The id of the active span, by the place where it was asked for. */
  Map<String, String> ids() {
    return ids;
  }

  String thread(String where) {
    return Objects.requireNonNull(threads.get(where), where);
  }

  /** What is to be registered. */
  Object[] providers() {
    return new Object[] {new BeforeMatching(this), new Filters(this), new Interceptors(this)};
  }

  @PreMatching
  public static class BeforeMatching implements ContainerRequestFilter {
    private final ActiveSpans seen;

    BeforeMatching(ActiveSpans seen) {
      this.seen = seen;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      if (!request.getUriInfo().getPath().contains(Probe.PATH)) {
        seen.note("before matching");
      }
    }
  }

  public static class Filters implements ContainerRequestFilter, ContainerResponseFilter {
    private final ActiveSpans seen;

    Filters(ActiveSpans seen) {
      this.seen = seen;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      if (!request.getUriInfo().getPath().contains(Probe.PATH)) {
        seen.note("request filter");
      }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (!request.getUriInfo().getPath().contains(Probe.PATH)) {
        seen.note("response filter");
      }
    }
  }

  public static class Interceptors implements ReaderInterceptor, WriterInterceptor {
    private final ActiveSpans seen;

    Interceptors(ActiveSpans seen) {
      this.seen = seen;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
      seen.note("reader");
      return context.proceed();
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      if (!"none".equals(context.getEntity())) {
        seen.note("writer");
      }
      context.proceed();
    }
  }
}
