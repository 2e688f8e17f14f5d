// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentracing.tag.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Turns the attribute {@code span.kind} into the kind of the span and gives a remote parent its
 * baggage back, before the span starts: samplers and span processors see both.
 */
final class RepairingSpanBuilder implements SpanBuilder {
  private static final Map<String, SpanKind> KINDS =
      Map.of(
          Tags.SPAN_KIND_CLIENT, SpanKind.CLIENT,
          Tags.SPAN_KIND_CONSUMER, SpanKind.CONSUMER,
          Tags.SPAN_KIND_PRODUCER, SpanKind.PRODUCER,
          Tags.SPAN_KIND_SERVER, SpanKind.SERVER);

  private SpanBuilder builder;

  RepairingSpanBuilder(SpanBuilder builder) {
    this.builder = builder;
  }

  @Override
  public SpanBuilder setAttribute(String key, String value) {
    SpanKind kind = kind(key, value);
    return kind == null ? keep(builder.setAttribute(key, value)) : setSpanKind(kind);
  }

  @Override
  public <T> SpanBuilder setAttribute(AttributeKey<T> key, T value) {
    SpanKind kind = kind(key.getKey(), value);
    return kind == null ? keep(builder.setAttribute(key, value)) : setSpanKind(kind);
  }

  private static @Nullable SpanKind kind(String key, @Nullable Object value) {
    return key.equals(Tags.SPAN_KIND.getKey()) && value instanceof String text
        ? KINDS.get(text.toLowerCase(Locale.ROOT))
        : null;
  }

  @Override
  public SpanBuilder setParent(Context parent) {
    return Span.fromContext(parent).getSpanContext() instanceof RemoteParent remote
        ? keep(builder.setParent(remote.restoredIn(parent)))
        : keep(builder.setParent(parent));
  }

  @Override
  public SpanBuilder addLink(SpanContext linked) {
    return keep(builder.addLink(RemoteParent.unwrap(linked)));
  }

  @Override
  public SpanBuilder addLink(SpanContext linked, Attributes attributes) {
    return keep(builder.addLink(RemoteParent.unwrap(linked), attributes));
  }

  @Override
  public SpanBuilder setNoParent() {
    return keep(builder.setNoParent());
  }

  @Override
  public SpanBuilder setAttribute(String key, long value) {
    return keep(builder.setAttribute(key, value));
  }

  @Override
  public SpanBuilder setAttribute(String key, double value) {
    return keep(builder.setAttribute(key, value));
  }

  @Override
  public SpanBuilder setAttribute(String key, boolean value) {
    return keep(builder.setAttribute(key, value));
  }

  @Override
  public SpanBuilder setSpanKind(SpanKind kind) {
    return keep(builder.setSpanKind(kind));
  }

  @Override
  public SpanBuilder setStartTimestamp(long start, TimeUnit unit) {
    return keep(builder.setStartTimestamp(start, unit));
  }

  private SpanBuilder keep(SpanBuilder returned) {
    builder = returned;
    return this;
  }

  @Override
  public Span startSpan() {
    return builder.startSpan();
  }
}
