// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.HttpSpan;
import io.opentracing.References;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.tag.Tags;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The span of one call. It is made on the caller's thread, where it learns its parent, begins when
 * the request is about to be sent, and ends with the response or the exception.
 */
final class CallSpan extends HttpSpan {
  /** The one request property of this module that is not API; its owner is {@link CallSpan}. */
  static final String PROPERTY = "io.github.jaxrstracing.client.span";

  private final ClientSettings settings;
  private final ClientRequestContext request;
  private final Tracer tracer;
  private final @Nullable SpanContext active;
  private boolean begun;
  private volatile boolean over;
  private @Nullable ClientResponseContext response;
  private @Nullable Throwable error;

  private CallSpan(
      ClientSettings settings,
      ClientRequestContext request,
      Tracer tracer,
      @Nullable SpanContext active) {
    super(settings.http());
    this.settings = settings;
    this.request = request;
    this.tracer = tracer;
    this.active = active;
  }

  /** The span of this call, or null when it is not traced or not prepared yet. */
  static @Nullable CallSpan of(ClientRequestContext request) {
    return request.getProperty(PROPERTY) instanceof CallSpan span ? span : null;
  }

  /** Remembers the active span of the thread that makes the call, when the call is to be traced. */
  static @Nullable CallSpan prepare(ClientSettings settings, ClientRequestContext request) {
    CallSpan prepared = of(request);
    // Where an implementation keeps properties for the next call, they hold the span of the last.
    if (prepared != null && !prepared.over) {
      return prepared;
    }
    if (!settings.on().getAsBoolean() || !CallOptions.isTraced(request, settings.guard())) {
      return null;
    }
    Tracer tracer = settings.http().tracer().get();
    if (tracer == null) {
      return null;
    }
    CallSpan span =
        new CallSpan(settings, request, tracer, activeContext(tracer, settings.guard()));
    request.setProperty(PROPERTY, span);
    return span;
  }

  /** Starts the span and puts its context on the wire. */
  void begin() {
    Span span = startOnce();
    if (span != null && mayPropagate()) {
      inject(span);
    }
  }

  // A filter that ran before may have set the properties of the call, so they are read only here.
  private @Nullable Span startOnce() {
    if (begun || !CallOptions.isTraced(request, settings.guard())) {
      return null;
    }
    begun = true;
    SpanContext given = CallOptions.parent(request, settings.guard());
    openTagged(tracer, name(), References.CHILD_OF, given == null ? active : given);
    String host = settings.peerService().isEmpty() ? null : host();
    if (host != null) {
      tag(Tags.PEER_SERVICE.getKey(), settings.peerService().get(host.toLowerCase(Locale.ROOT)));
    }
    Span span = start();
    if (span == null) {
      return null;
    }
    settings.decorators().onRequest(request, span);
    return span;
  }

  private String name() {
    String given = CallOptions.text(request, settings.guard(), ClientTracingFeature.OPERATION_NAME);
    return given == null || given.isEmpty() ? operationName() : given;
  }

  private boolean mayPropagate() {
    try {
      return settings.propagateTo().test(request.getUri());
    } catch (Throwable t) {
      settings.guard().caught("The predicate of propagateTo", t);
      return false;
    }
  }

  private void inject(Span span) {
    try {
      tracer.inject(
          span.context(),
          Format.Builtin.HTTP_HEADERS,
          new HeaderCarrier(request.getHeaders(), settings.guard()));
    } catch (Throwable t) {
      settings.guard().caught("Tracer.inject", t);
    }
  }

  /** Ends the span of a call that was answered; a call that never began has none. */
  void answered(ClientResponseContext answer) {
    Span span = span();
    if (span == null || over) {
      return;
    }
    over = true;
    response = answer;
    settings.decorators().onResponse(request, answer, span);
    finish();
  }

  /** Ends the span of a call that failed, starting it first if an earlier filter threw. */
  void failed(@Nullable Throwable thrown, @Nullable ClientResponseContext answer) {
    if (over) {
      return;
    }
    over = true;
    response = answer;
    error = thrown == null ? null : unwrap(thrown, ProcessingException.class);
    startOnce();
    finish();
  }

  @Override
  protected void onError(Throwable logged) {
    Span span = span();
    if (span != null) {
      settings.decorators().onError(request, logged, span);
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
    return response == null ? 0 : response.getStatus();
  }

  @Override
  public @Nullable Throwable error() {
    return error;
  }

  @Override
  public @Nullable String responseHeader(String name) {
    return response == null ? null : response.getHeaderString(name);
  }
}
