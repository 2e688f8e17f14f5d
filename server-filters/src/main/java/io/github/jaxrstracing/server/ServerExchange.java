// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.HeaderSyntax;
import io.github.jaxrstracing.span.HttpExchange;
import io.github.jaxrstracing.span.HttpSettings;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.tag.Tags;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is traced, as its tags are made from it, and its span. */
final class ServerExchange extends HttpExchange {
  private final RequestTrace trace;
  private boolean traceIdWritten;

  // Written under the lock of the trace, before the span is finished.
  private boolean isBroken;
  private @Nullable Throwable error;

  ServerExchange(RequestTrace trace, GuardedTracer tracer) {
    super(tracer);
    this.trace = trace;
  }

  @Override
  protected HttpSettings http() {
    return settings().http();
  }

  private ServerSettings settings() {
    return trace.settings();
  }

  ContainerRequestContext request() {
    return trace.request();
  }

  /** Starts the span with all that is known now; tells whether the tracer made one. */
  boolean begin() {
    build();
    tagRequest();
    apply(settings().requestTags());
    Endpoint endpoint = trace.endpoint();
    if (endpoint != null) {
      apply(endpoint.requestTags);
    }
    Span started = startSpan();
    if (started != null) {
      settings().decorators().onRequest(request(), started);
    }
    return started != null;
  }

  private void build() {
    long arrived = trace.received().arrivedNanos();
    SpanContext local = Parents.local(trace.outer(), settings(), tracer());
    if (local != null) {
      build(name(), local, arrived);
      return;
    }
    SpanContext remote = tracer().extract(trace);
    boolean isTrusted = remote == null || Parents.trusts(settings(), request());
    build(name(), isTrusted ? remote : null, arrived);
    if (remote != null && !isTrusted) {
      tagRemote(remote);
    }
  }

  // The annotation's, else the configured one, which the endpoint may keep.
  private String name() {
    Endpoint endpoint = trace.endpoint();
    if (endpoint == null) {
      return configuredName();
    }
    String base = basePath();
    String method = method();
    String kept = endpoint.operationName(base, method);
    if (kept != null) {
      return kept;
    }
    String name = configuredName();
    if (base != null && settings().http().isNameFixed()) {
      endpoint.keep(base, method, name);
    }
    return name;
  }

  // By index, as in HttpExchange: most lists are empty, and an iterator is made all the same.
  private void apply(List<RequestTag> tags) {
    for (int i = 0; i < tags.size(); i++) {
      tags.get(i).apply(this, settings().guard());
    }
  }

  @Nullable Span started() {
    return span();
  }

  /** The context of the span, or null for a tracer that may not know it. */
  @Nullable SpanContext contextFor(GuardedTracer other) {
    return tracer().unguarded() == other.unguarded() ? context() : null;
  }

  /** Makes the span the active one of this thread. */
  @Nullable Scope open() {
    return activate();
  }

  /** Makes the span inactive on this thread again. */
  void close(@Nullable Scope scope) {
    tracer().close(scope);
  }

  /** Lets the decorators see the response. */
  void decorate(ContainerRequestContext answered, ContainerResponseContext about) {
    Span started = span();
    if (started != null) {
      settings().decorators().onResponse(answered, about, started);
    }
  }

  /**
   * Writes the trace id for the client, if that is wanted: into a header of this response, or of
   * the container's where an exception may leave the application.
   */
  void writeTraceIdHeader(@Nullable ContainerResponseContext about) {
    String header = settings().traceIdHeader();
    String traceId = header == null || traceIdWritten ? null : traceId();
    if (header == null || traceId == null) {
      return;
    }
    if (!HeaderSyntax.isValue(traceId)) {
      settings().guard().warn("The tracer's trace id is nothing that a header can tell.");
      return;
    }
    try {
      if (about != null) {
        about.getHeaders().putSingle(header, traceId);
      } else {
        traceIdWritten = trace.received().connection().setResponseHeader(header, traceId);
      }
    } catch (Throwable t) {
      settings().guard().caught("Setting the header of the trace id", t);
    }
  }

  /** Notes what went wrong; what broke the response off counts more. */
  void recordError(@Nullable Throwable thrown) {
    if (!isBroken) {
      error = thrown;
    }
  }

  /** Notes what broke the response off after it had begun; the first one counts. */
  void recordBreak(Throwable thrown) {
    if (!isBroken) {
      isBroken = true;
      error = thrown;
    }
  }

  void end() {
    try {
      finishSpan();
    } finally {
      error = null;
      trace.forgetResponse();
    }
  }

  @Override
  protected void onError(Throwable logged) {
    Span started = span();
    if (started != null) {
      settings().decorators().onError(request(), logged, started);
    }
  }

  // RESTEasy makes it of the Host header, in which a container may let anything pass.
  private @Nullable String basePath() {
    try {
      return request().getUriInfo().getBaseUri().getRawPath();
    } catch (IllegalArgumentException noUri) {
      return null;
    }
  }

  @Override
  public String spanKind() {
    return Tags.SPAN_KIND_SERVER;
  }

  @Override
  public String method() {
    return trace.received().method();
  }

  @Override
  protected URI uri() {
    return request().getUriInfo().getRequestUri();
  }

  @Override
  public @Nullable String route() {
    Endpoint endpoint = trace.endpoint();
    return endpoint == null ? null : endpoint.route(basePath());
  }

  @Override
  public @Nullable String header(String name) {
    return request().getHeaderString(name);
  }

  @Override
  public @Nullable Class<?> resourceClass() {
    Endpoint endpoint = trace.endpoint();
    return endpoint == null ? null : endpoint.resourceClass;
  }

  @Override
  public @Nullable Method resourceMethod() {
    Endpoint endpoint = trace.endpoint();
    return endpoint == null ? null : endpoint.resourceMethod;
  }

  @Override
  public @Nullable String remoteAddress() {
    return trace.received().connection().remoteAddress();
  }

  @Override
  public int remotePort() {
    return trace.received().connection().remotePort();
  }

  @Override
  public @Nullable String protocolVersion() {
    return trace.received().connection().protocolVersion();
  }

  @Override
  public int status() {
    return trace.sentStatus();
  }

  @Override
  public @Nullable Throwable error() {
    return error;
  }

  @Override
  public @Nullable String responseHeader(String name) {
    ContainerResponseContext sent = trace.sentResponse();
    return sent == null ? null : sent.getHeaderString(name);
  }
}
