// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.opentracing.Scope;
import io.opentracing.ScopeManager;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMapExtract;
import io.opentracing.propagation.TextMapInject;
import io.opentracing.tag.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts spans and allocates nothing, so that what is measured beside it is the instrumentation. It
 * reads all headers and writes two, as real tracers do.
 */
public final class CountingTracer
    implements Tracer, Tracer.SpanBuilder, Span, SpanContext, Scope, ScopeManager {
  /** The header of a trace that a request has. */
  public static final String TRACE_PARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  /** The other one. */
  public static final String TRACE_STATE = "vendor=00f067aa0ba902b7";

  private final LongAdder started = new LongAdder();
  private final LongAdder finished = new LongAdder();
  private final Map<String, String> wire = new LinkedHashMap<>();
  private final Map<String, String> baggage = new LinkedHashMap<>();

  /** With so many baggage items. */
  public CountingTracer(int baggageItems) {
    wire.put("traceparent", TRACE_PARENT);
    wire.put("tracestate", TRACE_STATE);
    for (int i = 0; i < baggageItems; i++) {
      baggage.put("item-" + i, "value-" + i);
    }
    wire.putAll(baggage);
  }

  /** How many spans were started. */
  public long started() {
    return started.sum();
  }

  /** How many spans were finished. */
  public long finished() {
    return finished.sum();
  }

  @Override
  public <C> void inject(SpanContext context, Format<C> format, C carrier) {
    TextMapInject headers = (TextMapInject) carrier;
    wire.forEach(headers::put);
  }

  @Override
  public <C> @Nullable SpanContext extract(Format<C> format, C carrier) {
    SpanContext found = null;
    for (Map.Entry<String, String> header : (TextMapExtract) carrier) {
      if (header.getKey().equals("traceparent")) {
        found = this;
      }
    }
    return found;
  }

  @Override
  public Span start() {
    started.increment();
    return this;
  }

  @Override
  public void finish() {
    finished.increment();
  }

  @Override
  public void finish(long micros) {
    finished.increment();
  }

  @Override
  public ScopeManager scopeManager() {
    return this;
  }

  @Override
  public Scope activate(Span span) {
    return this;
  }

  @Override
  public Span activeSpan() {
    return this;
  }

  @Override
  public Scope activateSpan(Span span) {
    return this;
  }

  @Override
  public void close() {}

  @Override
  public SpanBuilder buildSpan(String name) {
    return this;
  }

  @Override
  public SpanBuilder asChildOf(@Nullable SpanContext parent) {
    return this;
  }

  @Override
  public SpanBuilder asChildOf(@Nullable Span parent) {
    return this;
  }

  @Override
  public SpanBuilder addReference(String type, @Nullable SpanContext context) {
    return this;
  }

  @Override
  public SpanBuilder ignoreActiveSpan() {
    return this;
  }

  @Override
  public SpanBuilder withTag(String key, String value) {
    return this;
  }

  @Override
  public SpanBuilder withTag(String key, boolean value) {
    return this;
  }

  @Override
  public SpanBuilder withTag(String key, Number value) {
    return this;
  }

  @Override
  public <T> SpanBuilder withTag(Tag<T> tag, T value) {
    return this;
  }

  @Override
  public SpanBuilder withStartTimestamp(long micros) {
    return this;
  }

  @Override
  public SpanContext context() {
    return this;
  }

  @Override
  public Span setTag(String key, String value) {
    return this;
  }

  @Override
  public Span setTag(String key, boolean value) {
    return this;
  }

  @Override
  public Span setTag(String key, Number value) {
    return this;
  }

  @Override
  public <T> Span setTag(Tag<T> tag, T value) {
    return this;
  }

  @Override
  public Span log(Map<String, ?> fields) {
    return this;
  }

  @Override
  public Span log(long micros, Map<String, ?> fields) {
    return this;
  }

  @Override
  public Span log(String event) {
    return this;
  }

  @Override
  public Span log(long micros, String event) {
    return this;
  }

  @Override
  public Span setBaggageItem(String key, String value) {
    return this;
  }

  @Override
  public @Nullable String getBaggageItem(String key) {
    return baggage.get(key);
  }

  @Override
  public Span setOperationName(String name) {
    return this;
  }

  @Override
  public String toTraceId() {
    return "0af7651916cd43dd8448eb211c80319c";
  }

  @Override
  public String toSpanId() {
    return "b7ad6b7169203331";
  }

  @Override
  public Iterable<Map.Entry<String, String>> baggageItems() {
    return baggage.entrySet();
  }
}
