// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.LedgerTracer.Context;
import io.opentracing.References;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.tag.Tag;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span that has not begun; its first reference is its parent, else the active span. */
final class LedgerSpanBuilder implements Tracer.SpanBuilder {
  private final LedgerTracer tracer;
  private final String name;
  private final Map<String, Object> tags = new HashMap<>();
  private @Nullable Context parent;
  private boolean ignoresActive;
  private long micros = LedgerSpan.nowMicros();

  LedgerSpanBuilder(LedgerTracer tracer, String name) {
    this.tracer = tracer;
    this.name = name;
  }

  @Override
  public Tracer.SpanBuilder asChildOf(@Nullable SpanContext context) {
    return addReference(References.CHILD_OF, context);
  }

  @Override
  public Tracer.SpanBuilder asChildOf(@Nullable Span span) {
    return span == null ? this : asChildOf(span.context());
  }

  @Override
  public Tracer.SpanBuilder addReference(String type, @Nullable SpanContext context) {
    if (context != null && parent == null) {
      parent = (Context) context;
    }
    return this;
  }

  @Override
  public Tracer.SpanBuilder ignoreActiveSpan() {
    ignoresActive = true;
    return this;
  }

  @Override
  public Tracer.SpanBuilder withTag(String key, @Nullable String value) {
    return with(key, value);
  }

  @Override
  public Tracer.SpanBuilder withTag(String key, boolean value) {
    return with(key, value);
  }

  @Override
  public Tracer.SpanBuilder withTag(String key, @Nullable Number value) {
    return with(key, value);
  }

  @Override
  public <T> Tracer.SpanBuilder withTag(Tag<T> tag, T value) {
    return with(tag.getKey(), value);
  }

  private Tracer.SpanBuilder with(String key, @Nullable Object value) {
    if (value != null) {
      tags.put(key, value);
    }
    return this;
  }

  @Override
  public Tracer.SpanBuilder withStartTimestamp(long startMicros) {
    micros = startMicros;
    return this;
  }

  @Override
  public Span start() {
    Span active = tracer.activeSpan();
    if (parent == null && !ignoresActive && active != null) {
      parent = (Context) active.context();
    }
    return tracer.start(name, parent, tags, micros);
  }
}
