// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.HttpSpan;
import io.opentracing.References;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.tag.Tags;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
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
  private boolean announced;
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
    request.setProperty(PROPERTY, this);
    String name = matched == null ? operationName() : matched.operationName(basePath(), this);
    SpanContext parent = Parents.active(settings, tracer);
    SpanContext remote = parent == null ? Parents.remote(settings, tracer, request) : null;
    boolean trusted = remote == null || Parents.isTrusted(settings, request);
    openTagged(tracer, name, References.CHILD_OF, trusted && parent == null ? remote : parent);
    if (remote != null && !trusted) {
      Parents.tagUntrusted(this, remote, settings);
    }
    tagAttributes();
    Span span = start();
    if (span == null) {
      return null;
    }
    settings.decorators().onRequest(request, span);
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

  private void tagAttributes() {
    apply(settings.requestTags());
    if (endpoint != null) {
      apply(endpoint.requestTags);
    }
  }

  // By index, as in HttpSpan: most lists are empty, and an iterator is made for them all the same.
  private void apply(List<RequestTag> tags) {
    for (int i = 0; i < tags.size(); i++) {
      tags.get(i).apply(this, settings.guard());
    }
  }

  /** Notes the response that is about to be written. */
  final void responding(ContainerResponseContext about) {
    Span span = span();
    if (span != null) {
      settings.decorators().onResponse(request, about, span);
    }
  }

  /**
   * Tells the trace id to the caller, if that is wanted, once: on the response, or on that of the
   * container where an exception may leave the application.
   */
  final void announce(@Nullable ContainerResponseContext about) {
    Span span = span();
    if (settings.traceIdHeader() == null || span == null || announced) {
      return;
    }
    try {
      String traceId = span.context().toTraceId();
      if (about != null) {
        about.getHeaders().putSingle(settings.traceIdHeader(), traceId);
      } else {
        announced = transport.setResponseHeader(settings.traceIdHeader(), traceId);
      }
    } catch (Throwable t) {
      settings.guard().caught("Telling the trace id", t);
    }
  }

  /** Notes how the request ended. */
  final void conclude(int finalStatus, @Nullable ContainerResponseContext finalResponse) {
    status = finalStatus;
    response = finalResponse;
  }

  /** Notes what went wrong. */
  final void concludeWith(Throwable thrown) {
    error = thrown;
  }

  @Override
  protected final void onError(Throwable logged) {
    Span span = span();
    if (span != null) {
      settings.decorators().onError(request, logged, span);
    }
  }

  final ContainerRequestContext request() {
    return request;
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
