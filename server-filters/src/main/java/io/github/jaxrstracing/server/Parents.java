// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.GuardedSpan;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Whose child the span of a request is. */
final class Parents {
  private Parents() {}

  /** The span that is active already, if it is to be joined, or null. */
  static @Nullable SpanContext active(ServerSettings settings, Tracer tracer) {
    return settings.joinActiveSpan() ? GuardedSpan.activeContext(tracer, settings.guard()) : null;
  }

  /** What the sender says its span is, or null. */
  static @Nullable SpanContext remote(
      ServerSettings settings, Tracer tracer, ContainerRequestContext request) {
    try {
      return tracer.extract(Format.Builtin.HTTP_HEADERS, new HeaderCarrier(request.getHeaders()));
    } catch (Throwable t) {
      settings.guard().caught("Tracer.extract", t);
      return null;
    }
  }

  /** Whether the sender may be the parent; when in doubt, no. */
  static boolean isTrusted(ServerSettings settings, ContainerRequestContext request) {
    try {
      return settings.trustRemoteContext().test(request);
    } catch (Throwable t) {
      settings.guard().caught("The predicate of trustRemoteContext", t);
      return false;
    }
  }

  /**
   * Notes whom an untrusted request claims to follow. A reference would not do: every known tracer
   * takes one of any type as the parent, and the sender would own the trace.
   */
  static void tagUntrusted(RequestSpan span, SpanContext remote, ServerSettings settings) {
    try {
      span.tag("remote.trace_id", remote.toTraceId());
      span.tag("remote.span_id", remote.toSpanId());
    } catch (Throwable t) {
      settings.guard().caught("SpanContext.toTraceId", t);
    }
  }
}
