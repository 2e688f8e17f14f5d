// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.SpanContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Who may be the parent of the span of a request. */
final class Parents {
  private Parents() {}

  // What is known in this JVM comes before what the sender says: the span of the request that
  // dispatched this one, else the span that is active already, if it is to be joined.
  static @Nullable SpanContext local(
      @Nullable RequestTrace dispatching, ServerSettings settings, GuardedTracer tracer) {
    // Another application may have another tracer, which knows nothing of our contexts.
    SpanContext context = dispatching == null ? null : dispatching.contextFor(tracer);
    if (context != null) {
      return context;
    }
    return settings.joinActiveSpan() ? tracer.activeContext() : null;
  }

  // When in doubt, no.
  static boolean trusts(ServerSettings settings, ContainerRequestContext request) {
    try {
      return settings.trustRemoteContext().test(request);
    } catch (Throwable t) {
      settings.guard().caught("The predicate of trustRemoteContext", t);
      return false;
    }
  }
}
