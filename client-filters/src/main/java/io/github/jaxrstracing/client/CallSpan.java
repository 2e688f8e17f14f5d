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
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The span of one call. It is made on the caller's thread, where it learns its parent, begins when
 * the request is about to be sent, and ends with the response or the exception.
 */
final class CallSpan extends HttpSpan {
  /** The one request property of this module that is not API; its owner is {@link CallSpan}. */
  private static final String PROPERTY = "io.github.jaxrstracing.client.span";

  private final ClientSettings settings;
  private final ClientRequestContext request;
  private final Tracer tracer;
  private final @Nullable SpanContext parent;
  private boolean begun;
  private @Nullable ClientResponseContext response;
  private @Nullable Throwable error;

  private CallSpan(
      ClientSettings settings,
      ClientRequestContext request,
      Tracer tracer,
      @Nullable SpanContext parent) {
    super(settings.http());
    this.settings = settings;
    this.request = request;
    this.tracer = tracer;
    this.parent = parent;
  }

  /** The span of this call, or null when it is not traced or not prepared yet. */
  static @Nullable CallSpan of(ClientRequestContext request) {
    return request.getProperty(PROPERTY) instanceof CallSpan span ? span : null;
  }

  /** Remembers the parent of a call that is to be traced; on the caller's thread. */
  static @Nullable CallSpan prepare(ClientSettings settings, ClientRequestContext request) {
    CallSpan prepared = of(request);
    if (prepared != null) {
      return prepared;
    }
    CallOptions options = new CallOptions(request, settings.guard());
    Tracer tracer = options.isTraced() ? settings.http().tracer().get() : null;
    if (tracer == null) {
      return null;
    }
    SpanContext given = options.parent();
    SpanContext parent = given == null ? activeContext(tracer, settings.guard()) : given;
    CallSpan span = new CallSpan(settings, request, tracer, parent);
    request.setProperty(PROPERTY, span);
    return span;
  }

  /** Starts the span and puts its context on the wire. */
  void begin() {
    if (begun) {
      return;
    }
    begun = true;
    String given = new CallOptions(request, settings.guard()).operationName();
    openTagged(tracer, given == null ? operationName() : given, References.CHILD_OF, parent);
    String host = host();
    if (host != null) {
      tag(Tags.PEER_SERVICE.getKey(), settings.peerService().get(host.toLowerCase(Locale.ROOT)));
    }
    Span span = start();
    if (span == null) {
      return;
    }
    for (ClientSpanDecorator decorator : settings.decorators()) {
      try {
        decorator.onRequest(request, span);
      } catch (Throwable t) {
        settings.guard().caught("ClientSpanDecorator.onRequest", t);
      }
    }
    if (mayPropagate()) {
      inject(span);
    }
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
    response = answer;
    Span span = span();
    if (span == null) {
      return;
    }
    for (ClientSpanDecorator decorator : settings.decorators()) {
      try {
        decorator.onResponse(request, answer, span);
      } catch (Throwable t) {
        settings.guard().caught("ClientSpanDecorator.onResponse", t);
      }
    }
    finish();
  }

  /** Ends the span of a call that failed, beginning it first if an earlier filter threw. */
  void failed(Throwable thrown, @Nullable ClientResponseContext answer) {
    begin();
    response = answer;
    error = unwrap(thrown);
    finish();
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof ProcessingException && cause != null ? unwrap(cause) : thrown;
  }

  @Override
  protected void onError(Throwable logged) {
    Span span = span();
    if (span == null) {
      return;
    }
    for (ClientSpanDecorator decorator : settings.decorators()) {
      try {
        decorator.onError(request, logged, span);
      } catch (Throwable t) {
        settings.guard().caught("ClientSpanDecorator.onError", t);
      }
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
    return new CallOptions(request, settings.guard()).route();
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeaderString(name);
  }

  @Override
  public @Nullable Class<?> resourceClass() {
    return null;
  }

  @Override
  public @Nullable Method resourceMethod() {
    return null;
  }

  @Override
  public @Nullable String remoteAddress() {
    return null;
  }

  @Override
  public @Nullable String protocolVersion() {
    return null;
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
