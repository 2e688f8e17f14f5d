// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/**
 * A remote parent that carries its baggage through the shim, which takes nothing else from an
 * extracted context to the builder of the span.
 */
final class RemoteParent implements SpanContext {
  private final SpanContext parent;
  private final Baggage baggage;

  RemoteParent(SpanContext parent, Baggage baggage) {
    this.parent = parent;
    this.baggage = baggage;
  }

  static SpanContext unwrap(SpanContext context) {
    return context instanceof RemoteParent remote ? remote.parent : context;
  }

  Context restoredIn(Context context) {
    return context.with(Span.wrap(parent)).with(baggage);
  }

  @Override
  public String getTraceId() {
    return parent.getTraceId();
  }

  @Override
  public String getSpanId() {
    return parent.getSpanId();
  }

  @Override
  public TraceFlags getTraceFlags() {
    return parent.getTraceFlags();
  }

  @Override
  public TraceState getTraceState() {
    return parent.getTraceState();
  }

  @Override
  public boolean isRemote() {
    return parent.isRemote();
  }
}
