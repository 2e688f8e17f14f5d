// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.HttpSpan;
import io.github.jaxrstracing.OperationName;
import io.opentracing.References;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.tag.Tags;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.Method;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The span of one request: how it begins, what is known of it, how it ends. */
class RequestSpan extends HttpSpan {
  /** The one request property of this module; its owner is {@link RequestSpan}. */
  static final String PROPERTY = "io.github.jaxrstracing.server.span";

  private final ServerSettings settings;
  private final ContainerRequestContext request;
  private final Transport transport;
  private @Nullable Endpoint endpoint;
  private @Nullable ContainerResponseContext response;
  private int status;
  private @Nullable Throwable error;

  RequestSpan(ServerSettings settings, ContainerRequestContext request, Transport transport) {
    super(settings.http());
    this.settings = settings;
    this.request = request;
    this.transport = transport;
  }

  /** Starts the span if this request is to be traced; returns the tracer then, else null. */
  final @Nullable Tracer begin(@Nullable Endpoint matched) {
    endpoint = matched;
    if (isSkipped()) {
      return null;
    }
    Tracer tracer = settings.http().tracer().get();
    if (tracer == null) {
      return null;
    }
    String name = matched == null ? operationName() : matched.operationName(basePath(), this);
    SpanContext active = settings.joinActiveSpan() ? activeContext(tracer, settings.guard()) : null;
    if (active != null) {
      openTagged(tracer, name, References.CHILD_OF, active);
    } else {
      SpanContext remote = extract(tracer);
      boolean trusted = remote != null && isTrusted();
      openTagged(tracer, name, trusted ? References.CHILD_OF : References.FOLLOWS_FROM, remote);
    }
    tagAttributes();
    Span span = start();
    if (span == null) {
      return null;
    }
    request.setProperty(PROPERTY, this);
    for (ServerSpanDecorator decorator : settings.decorators()) {
      try {
        decorator.onRequest(request, span);
      } catch (Throwable t) {
        settings.guard().caught("ServerSpanDecorator.onRequest", t);
      }
    }
    return tracer;
  }

  private boolean isSkipped() {
    if (settings.skip() == null) {
      return false;
    }
    try {
      return settings.skip().matcher('/' + request.getUriInfo().getPath()).matches();
    } catch (StackOverflowError regexTooDeep) {
      settings.guard().caught("The regular expression of skip", regexTooDeep);
      return false;
    }
  }

  private @Nullable SpanContext extract(Tracer tracer) {
    try {
      return tracer.extract(Format.Builtin.HTTP_HEADERS, new HeaderCarrier(request.getHeaders()));
    } catch (Throwable t) {
      settings.guard().caught("Tracer.extract", t);
      return null;
    }
  }

  private boolean isTrusted() {
    try {
      return settings.trustRemoteContext().test(request);
    } catch (Throwable t) {
      settings.guard().caught("The predicate of trustRemoteContext", t);
      return false;
    }
  }

  private void tagAttributes() {
    for (RequestTag tag : settings.requestTags()) {
      tag(tag);
    }
    if (endpoint != null) {
      for (RequestTag tag : endpoint.requestTags) {
        tag(tag);
      }
    }
  }

  private void tag(RequestTag tag) {
    try {
      tag(tag.name(), tag.reader().read(this));
    } catch (Throwable t) {
      settings.guard().caught("The request tag " + tag.name(), t);
    }
  }

  /** Notes the response that is about to be written. */
  final void responding(ContainerResponseContext about) {
    Span span = span();
    if (span == null) {
      return;
    }
    for (ServerSpanDecorator decorator : settings.decorators()) {
      try {
        decorator.onResponse(request, about, span);
      } catch (Throwable t) {
        settings.guard().caught("ServerSpanDecorator.onResponse", t);
      }
    }
  }

  /** Tells the trace id to the caller, if that is wanted. */
  final void announce(ContainerResponseContext about) {
    Span span = span();
    if (settings.traceIdHeader() == null || span == null) {
      return;
    }
    try {
      about.getHeaders().putSingle(settings.traceIdHeader(), span.context().toTraceId());
    } catch (Throwable t) {
      settings.guard().caught("SpanContext.toTraceId", t);
    }
  }

  /** Notes how the request ended. */
  final void conclude(int finalStatus, @Nullable ContainerResponseContext finalResponse) {
    status = finalStatus;
    response = finalResponse;
  }

  /** Notes what went wrong. */
  final void fail(Throwable thrown) {
    error = thrown;
  }

  @Override
  protected final void onError(Throwable logged) {
    Span span = span();
    if (span == null) {
      return;
    }
    for (ServerSpanDecorator decorator : settings.decorators()) {
      try {
        decorator.onError(request, logged, span);
      } catch (Throwable t) {
        settings.guard().caught("ServerSpanDecorator.onError", t);
      }
    }
  }

  final ContainerRequestContext request() {
    return request;
  }

  /** Whether the name depends on method and route alone, so that it can be kept. */
  final boolean isNameFixed() {
    OperationName name = settings.http().operationName();
    return name == OperationName.route()
        || name == OperationName.httpMethod()
        || name == OperationName.classMethod();
  }

  /** The name of the span as the feature is told to make it. */
  final String configuredName() {
    return operationName();
  }

  private String basePath() {
    return request.getUriInfo().getBaseUri().getRawPath();
  }

  @Override
  public final String spanKind() {
    return Tags.SPAN_KIND_SERVER;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  protected final URI uri() {
    return request.getUriInfo().getRequestUri();
  }

  @Override
  public final @Nullable String route() {
    return endpoint == null ? null : endpoint.route(basePath());
  }

  @Override
  public final @Nullable String header(String name) {
    return request.getHeaderString(name);
  }

  @Override
  public final @Nullable Class<?> resourceClass() {
    return endpoint == null ? null : endpoint.resourceClass;
  }

  @Override
  public final @Nullable Method resourceMethod() {
    return endpoint == null ? null : endpoint.resourceMethod;
  }

  @Override
  public final @Nullable String remoteAddress() {
    return transport.remoteAddress();
  }

  @Override
  public final @Nullable String protocolVersion() {
    return transport.protocolVersion();
  }

  @Override
  public final int status() {
    return status;
  }

  @Override
  public final @Nullable Throwable error() {
    return error;
  }

  @Override
  public final @Nullable String responseHeader(String name) {
    return response == null ? null : response.getHeaderString(name);
  }
}
