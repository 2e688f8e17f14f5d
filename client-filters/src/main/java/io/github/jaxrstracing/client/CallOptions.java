// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import org.jspecify.annotations.Nullable;

/** What one call says of its span, by request properties or those of its target and client. */
final class CallOptions {
  private CallOptions() {}

  static boolean isTraced(ClientRequestContext request, Guard guard) {
    Object traced = property(request, ClientTracingFeature.TRACED);
    if (traced == null || traced instanceof Boolean) {
      return !Boolean.FALSE.equals(traced);
    }
    warn(guard, ClientTracingFeature.TRACED, traced, "a Boolean");
    return true;
  }

  static @Nullable SpanContext parent(ClientRequestContext request, Guard guard) {
    Object parent = property(request, ClientTracingFeature.CHILD_OF);
    if (parent == null || parent instanceof SpanContext) {
      return (SpanContext) parent;
    }
    if (parent instanceof Span span) {
      return GuardedTracer.contextOf(span, guard);
    }
    warn(guard, ClientTracingFeature.CHILD_OF, parent, "a Span or a SpanContext");
    return null;
  }

  static @Nullable String text(ClientRequestContext request, Guard guard, String name) {
    Object value = property(request, name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    warn(guard, name, value, "a String");
    return null;
  }

  private static @Nullable Object property(ClientRequestContext request, String name) {
    Object ofCall = request.getProperty(name);
    if (ofCall != null) {
      return ofCall;
    }
    // CXF's proxies and its WebClient have none.
    @Nullable Configuration configuration = request.getConfiguration();
    return configuration == null ? null : configuration.getProperty(name);
  }

  private static void warn(Guard guard, String name, Object value, String valid) {
    guard.warn(
        "The property "
            + name
            + " is a "
            + value.getClass().getName()
            + "; it is ignored. Only "
            + valid
            + " is valid.");
  }
}
