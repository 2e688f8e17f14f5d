// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.CapturedHeader;
import io.github.jaxrstracing.span.GuardedSpan;
import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.HttpExchange;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.tag.Tags;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call as vocabularies and operation names see it. */
final class CallExchange extends HttpExchange {
  private final ClientSettings settings;
  private final ClientRequestContext request;
  private @Nullable Span started;
  private @Nullable ClientResponseContext response;
  private @Nullable Map<String, @Nullable String> captured;
  private int status;
  private @Nullable Throwable error;

  CallExchange(ClientSettings settings, ClientRequestContext request) {
    super(settings.http());
    this.settings = settings;
    this.request = request;
  }

  /** Starts the span with all that is known before the request is sent. */
  GuardedSpan startSpan(
      GuardedTracer tracer, @Nullable SpanContext parent, long startMicros, long startNanos) {
    GuardedSpan span = new GuardedSpan(tracer, name(), parent, startMicros, startNanos);
    open(span);
    span.tag(Tags.PEER_SERVICE.getKey(), settings.peerServices().of(this));
    started = startSpan();
    if (started != null) {
      settings.decorators().onRequest(request, started);
    }
    return span;
  }

  private String name() {
    String given = CallOptions.text(request, settings.guard(), ClientTracingFeature.OPERATION_NAME);
    return given == null || given.isEmpty() ? configuredName() : cut(given);
  }

  /** What is in the response now counts: filters may replace it. */
  void recordResponse(ClientResponseContext answer) {
    response = answer;
    status = answer.getStatus();
    List<CapturedHeader> headers = settings.http().responseHeaders();
    if (headers.isEmpty()) {
      return;
    }
    captured = new HashMap<>();
    for (CapturedHeader header : headers) {
      captured.put(header.name(), answer.getHeaderString(header.name()));
    }
  }

  void recordError(Throwable thrown) {
    error = thrown;
  }

  void finish() {
    finishSpan();
  }

  boolean isAnswered() {
    return response != null;
  }

  ClientRequestContext request() {
    return request;
  }

  @Nullable Span started() {
    return started;
  }

  @Override
  protected void onError(Throwable logged) {
    if (started != null) {
      settings.decorators().onError(request, logged, started);
    }
  }

  @Override
  public String spanKind() {
    return Tags.SPAN_KIND_CLIENT;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  protected URI uri() {
    return request.getUri();
  }

  @Override
  public @Nullable String route() {
    String given = CallOptions.text(request, settings.guard(), ClientTracingFeature.ROUTE);
    return given == null ? settings.routes().of(request) : given;
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeaderString(name);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public @Nullable Throwable error() {
    return error;
  }

  @Override
  public @Nullable String responseHeader(String name) {
    if (captured != null && captured.containsKey(name)) {
      return captured.get(name);
    }
    return response == null ? null : response.getHeaderString(name);
  }
}
