// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.Span;
import io.opentracing.Tracer;
import org.jspecify.annotations.Nullable;

/** Where the tags of a span go: to its builder while there is one, then to the span. */
abstract class GuardedTags implements TagSink {
  final Guard guard;
  Tracer.@Nullable SpanBuilder builder;
  @Nullable Span span;

  GuardedTags(Guard guard) {
    this.guard = guard;
  }

  // A builder that returns null instead of itself is still the builder.
  final void keep(Tracer.@Nullable SpanBuilder returned) {
    if (returned != null) {
      builder = returned;
    }
  }

  @Override
  public final void tag(String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      set(key, value);
    }
  }

  @Override
  public final void tag(String key, Number value) {
    set(key, value);
  }

  @Override
  public final void tag(String key, boolean value) {
    set(key, value);
  }

  private void set(String key, Object value) {
    try {
      if (builder != null) {
        keep(with(builder, key, value));
      } else if (span != null) {
        set(span, key, value);
      }
    } catch (Throwable t) {
      guard.caught("Setting a tag", t);
    }
  }

  private static Tracer.@Nullable SpanBuilder with(
      Tracer.SpanBuilder builder, String key, Object value) {
    if (value instanceof String text) {
      return builder.withTag(key, text);
    }
    return value instanceof Number number
        ? builder.withTag(key, number)
        : builder.withTag(key, (boolean) value);
  }

  private static void set(Span span, String key, Object value) {
    if (value instanceof String text) {
      span.setTag(key, text);
    } else if (value instanceof Number number) {
      span.setTag(key, number);
    } else {
      span.setTag(key, (boolean) value);
    }
  }
}
