// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import brave.Span;
import brave.Tracing;
import brave.http.HttpClientHandler;
import brave.http.HttpClientRequest;
import brave.http.HttpClientResponse;
import brave.http.HttpTracing;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Brave's own handler of HTTP clients in filters of Jakarta REST, since Brave's filter exists for
 * {@code javax} alone. Unlike that one it tells the endpoint, as Brave does for Apache's client.
 */
final class BraveClientFilter implements ClientRequestFilter, ClientResponseFilter {
  private final HttpClientHandler<HttpClientRequest, HttpClientResponse> handler;
  private @Nullable Request request;
  private @Nullable Span span;

  BraveClientFilter(Tracing tracing) {
    this.handler = HttpClientHandler.create(HttpTracing.create(tracing));
  }

  @Override
  public void filter(ClientRequestContext context) {
    request = new Request(context);
    span = handler.handleSend(request);
    span.remoteIpAndPort(context.getUri().getHost(), context.getUri().getPort());
  }

  @Override
  public void filter(ClientRequestContext context, ClientResponseContext response) {
    handler.handleReceive(new Response(request, response.getStatus(), null), span);
  }

  /** Filters are not called when there is no response. */
  void failed(Throwable error) {
    handler.handleReceive(new Response(request, 0, error), span);
  }

  private static final class Request extends HttpClientRequest {
    private final ClientRequestContext context;

    Request(ClientRequestContext context) {
      this.context = context;
    }

    @Override
    public Object unwrap() {
      return context;
    }

    @Override
    public String method() {
      return context.getMethod();
    }

    @Override
    public String path() {
      String path = context.getUri().getRawPath();
      return path.isEmpty() ? "/" : path;
    }

    @Override
    public String url() {
      return context.getUri().toString();
    }

    @Override
    public @Nullable String header(String name) {
      return context.getHeaderString(name);
    }

    @Override
    public void header(String name, String value) {
      context.getHeaders().putSingle(name, value);
    }
  }

  private static final class Response extends HttpClientResponse {
    private final Request request;
    private final int status;
    private final @Nullable Throwable error;

    Response(Request request, int status, @Nullable Throwable error) {
      this.request = request;
      this.status = status;
      this.error = error;
    }

    @Override
    public Object unwrap() {
      return this;
    }

    @Override
    public Request request() {
      return request;
    }

    @Override
    public int statusCode() {
      return status;
    }

    @Override
    public @Nullable Throwable error() {
      return error;
    }
  }
}
