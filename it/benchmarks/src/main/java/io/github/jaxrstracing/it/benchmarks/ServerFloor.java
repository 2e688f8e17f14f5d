// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMap;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The OpenTracing calls of a request, written by hand. */
final class ServerFloor implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String STATE = "state";

  private record State(Span span, Scope scope) {}

  private final Tracer tracer;

  ServerFloor(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    SpanContext parent =
        tracer.extract(Format.Builtin.HTTP_HEADERS, new Headers(request.getHeaders()));
    Span span =
        tracer
            .buildSpan("GET:/items/{id}")
            .asChildOf(parent)
            .withTag("span.kind", "server")
            .withTag("component", "jaxrs")
            .withTag("http.method", request.getMethod())
            .withTag("http.url", request.getUriInfo().getRequestUri().toString())
            .start();
    request.setProperty(STATE, new State(span, tracer.activateSpan(span)));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    State state = (State) request.getProperty(STATE);
    state.span.setTag("http.status_code", response.getStatus());
    state.scope.close();
    state.span.finish();
  }

  private record Headers(MultivaluedMap<String, String> headers) implements TextMap {
    @Override
    public Iterator<Entry<String, String>> iterator() {
      Iterator<Entry<String, List<String>>> entries = headers.entrySet().iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return entries.hasNext();
        }

        @Override
        public Entry<String, String> next() {
          Entry<String, List<String>> entry = entries.next();
          return Map.entry(entry.getKey(), entry.getValue().get(0));
        }
      };
    }

    @Override
    public void put(String key, String value) {
      throw new UnsupportedOperationException();
    }
  }
}
