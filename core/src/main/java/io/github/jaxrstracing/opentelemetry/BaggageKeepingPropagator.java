// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Ties the baggage that came with a remote parent to that parent, see {@link RemoteParent}. */
final class BaggageKeepingPropagator implements TextMapPropagator {
  private final TextMapPropagator propagator;

  BaggageKeepingPropagator(TextMapPropagator propagator) {
    this.propagator = propagator;
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    Context extracted = propagator.extract(context, carrier, getter);
    SpanContext parent = Span.fromContext(extracted).getSpanContext();
    Baggage baggage = Baggage.fromContext(extracted);
    return parent.isValid() && !baggage.isEmpty()
        ? extracted.with(Span.wrap(new RemoteParent(parent, baggage)))
        : extracted;
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    propagator.inject(context, carrier, setter);
  }

  @Override
  public Collection<String> fields() {
    return propagator.fields();
  }
}
