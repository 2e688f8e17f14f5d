// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.GuardedSpan;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.SpanContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Makes the span of a request as the child of whoever is its parent. */
final class Parents {
  private Parents() {}

  /** The span, not started yet. */
  static GuardedSpan span(
      RequestTrace trace, ServerSettings settings, GuardedTracer tracer, String name) {
    SpanContext parent = local(trace, settings, tracer);
    if (parent != null) {
      return new GuardedSpan(tracer, name, parent, trace.arrivedMicros(), trace.arrivedNanos());
    }
    SpanContext remote = tracer.extract(new ExtractCarrier(trace.request().getHeaders()));
    boolean isTrusted = remote == null || isTrusted(settings, trace.request());
    GuardedSpan span =
        new GuardedSpan(
            tracer, name, isTrusted ? remote : null, trace.arrivedMicros(), trace.arrivedNanos());
    if (remote != null && !isTrusted) {
      span.tagRemote(remote);
    }
    return span;
  }

  // What is known in this JVM comes before what the sender says: the span of the request that
  // dispatched this one, else the span that is active already, if it is to be joined.
  private static @Nullable SpanContext local(
      RequestTrace trace, ServerSettings settings, GuardedTracer tracer) {
    RequestTrace outer = trace.outer();
    GuardedSpan dispatching = outer == null ? null : outer.guardedSpan();
    // Another application may have another tracer, which knows nothing of our contexts.
    if (dispatching != null && dispatching.tracer().unguarded() == tracer.unguarded()) {
      return dispatching.context();
    }
    return settings.joinActiveSpan() ? tracer.activeContext() : null;
  }

  // When in doubt, no.
  private static boolean isTrusted(ServerSettings settings, ContainerRequestContext request) {
    try {
      return settings.trustRemoteContext().test(request);
    } catch (Throwable t) {
      settings.guard().caught("The predicate of trustRemoteContext", t);
      return false;
    }
  }
}
