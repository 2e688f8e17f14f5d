// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.ExceptionEventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentracing.Tracer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The OpenTelemetry SDK behind the shim. */
@SuppressWarnings("deprecation") // the shim is deprecated upstream; people have it all the same
public final class OpenTelemetryTestTracer implements TestTracer {
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final Tracer tracer;

  /** With the propagators of the W3C. */
  public OpenTelemetryTestTracer() {
    this(W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());
  }

  /** With these propagators. What is sent by others is recorded, whatever they have decided. */
  public OpenTelemetryTestTracer(TextMapPropagator... propagators) {
    tracer =
        OpenTracingShim.createTracerShim(
            OpenTelemetrySdk.builder()
                .setTracerProvider(
                    SdkTracerProvider.builder()
                        .setSampler(Sampler.alwaysOn())
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .setPropagators(ContextPropagators.create(TextMapPropagator.composite(propagators)))
                .build());
  }

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public List<FinishedSpan> finishedSpans() {
    return exporter.getFinishedSpanItems().stream().map(OpenTelemetryTestTracer::finished).toList();
  }

  @Override
  public String idsIn(Map<String, List<String>> headers) {
    String parent = TestTracer.header(headers, "traceparent");
    if (parent == null) {
      return "none";
    }
    String[] parts = parent.split("-", -1);
    return parts.length == 4 ? parts[1] + '/' + parts[2] : parent;
  }

  @Override
  public @Nullable String baggageIn(Map<String, List<String>> headers, String key) {
    String baggage = TestTracer.header(headers, "baggage");
    return baggage != null && baggage.startsWith(key + '=')
        ? baggage.substring(key.length() + 1)
        : baggage;
  }

  private static FinishedSpan finished(SpanData span) {
    Map<String, Object> tags = new HashMap<>();
    span.getAttributes().forEach((key, value) -> tags.put(key.getKey(), integerWhereWhole(value)));
    Object kind = tags.remove("span.kind");
    return new FinishedSpan(
        span.getName(),
        span.getTraceId(),
        span.getSpanId(),
        SpanId.isValid(span.getParentSpanId()) ? span.getParentSpanId() : null,
        kind == null ? null : kind.toString(),
        TimeUnit.NANOSECONDS.toMicros(span.getStartEpochNanos()),
        TimeUnit.NANOSECONDS.toMicros(span.getEndEpochNanos()),
        tags,
        span.getStatus().getStatusCode() == StatusCode.ERROR,
        span.getEvents().stream().map(OpenTelemetryTestTracer::text).toList(),
        span.getEvents().stream()
            .filter(ExceptionEventData.class::isInstance)
            .map(event -> ((ExceptionEventData) event).getException())
            .toList());
  }

  private static Object integerWhereWhole(Object value) {
    return value instanceof Long whole ? (Object) Math.toIntExact(whole) : value;
  }

  private static String text(EventData event) {
    Attributes attributes = event.getAttributes();
    return event.getName() + ' ' + attributes.get(TYPE) + ": " + attributes.get(MESSAGE);
  }
}
