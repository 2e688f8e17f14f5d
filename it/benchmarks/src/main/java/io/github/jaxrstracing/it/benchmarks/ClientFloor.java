// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMap;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Iterator;
import java.util.Map.Entry;

/** The OpenTracing calls of a client's call, written by hand; the active span is the parent. */
final class ClientFloor implements ClientRequestFilter, ClientResponseFilter {
  private static final String STATE = "state";

  private final Tracer tracer;

  ClientFloor(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public void filter(ClientRequestContext request) {
    URI uri = request.getUri();
    Span span =
        tracer
            .buildSpan(request.getMethod())
            .withTag("span.kind", "client")
            .withTag("component", "jaxrs")
            .withTag("http.method", request.getMethod())
            .withTag("http.url", uri.toString())
            .withTag("peer.hostname", uri.getHost())
            .withTag("peer.port", uri.getPort() > 0 ? uri.getPort() : 80)
            .start();
    tracer.inject(span.context(), Format.Builtin.HTTP_HEADERS, new Headers(request.getHeaders()));
    request.setProperty(STATE, span);
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    Span span = (Span) request.getProperty(STATE);
    span.setTag("http.status_code", response.getStatus());
    span.finish();
  }

  private record Headers(MultivaluedMap<String, Object> headers) implements TextMap {
    @Override
    public Iterator<Entry<String, String>> iterator() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void put(String key, String value) {
      headers.putSingle(key, value);
    }
  }
}
