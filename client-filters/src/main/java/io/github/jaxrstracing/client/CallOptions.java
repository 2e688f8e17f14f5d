// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.Guard;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import jakarta.ws.rs.client.ClientRequestContext;
import org.jspecify.annotations.Nullable;

/** What one call says of its span, by request properties or those of its target and client. */
record CallOptions(ClientRequestContext request, Guard guard) {
  boolean isTraced() {
    Object traced = property(ClientTracingFeature.TRACED);
    if (traced == null || traced instanceof Boolean) {
      return !Boolean.FALSE.equals(traced);
    }
    warn(ClientTracingFeature.TRACED, traced, "a Boolean");
    return true;
  }

  @Nullable SpanContext parent() {
    Object parent = property(ClientTracingFeature.CHILD_OF);
    if (parent == null || parent instanceof SpanContext) {
      return (SpanContext) parent;
    }
    if (parent instanceof Span span) {
      try {
        return span.context();
      } catch (Throwable t) {
        guard.caught("Span.context", t);
        return null;
      }
    }
    warn(ClientTracingFeature.CHILD_OF, parent, "a Span or a SpanContext");
    return null;
  }

  @Nullable String operationName() {
    return text(ClientTracingFeature.OPERATION_NAME);
  }

  @Nullable String route() {
    return text(ClientTracingFeature.ROUTE);
  }

  private @Nullable String text(String name) {
    Object value = property(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    warn(name, value, "a String");
    return null;
  }

  private @Nullable Object property(String name) {
    Object ofCall = request.getProperty(name);
    return ofCall == null ? request.getConfiguration().getProperty(name) : ofCall;
  }

  private void warn(String name, Object value, String valid) {
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
