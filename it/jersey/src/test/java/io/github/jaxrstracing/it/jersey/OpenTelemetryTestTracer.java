// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import io.github.jaxrstracing.it.contract.FinishedSpan;
import io.github.jaxrstracing.it.contract.TestTracer;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentracing.Tracer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The OpenTelemetry SDK behind OpenTracing. */
final class OpenTelemetryTestTracer implements TestTracer {
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final Tracer tracer =
      OpenTelemetryTracer.builder()
          .property("otel.traces.exporter", "none")
          .spanProcessor(SimpleSpanProcessor.create(exporter))
          .build();

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public List<FinishedSpan> finishedSpans() {
    return exporter.getFinishedSpanItems().stream().map(OpenTelemetryTestTracer::finished).toList();
  }

  private static FinishedSpan finished(SpanData span) {
    Map<String, String> tags = new HashMap<>();
    span.getAttributes().forEach((key, value) -> tags.put(key.getKey(), String.valueOf(value)));
    return new FinishedSpan(
        span.getName(),
        span.getTraceId(),
        span.getSpanId(),
        SpanId.isValid(span.getParentSpanId()) ? span.getParentSpanId() : null,
        span.getKind().name().toLowerCase(Locale.ROOT),
        TimeUnit.NANOSECONDS.toMicros(span.getStartEpochNanos()),
        TimeUnit.NANOSECONDS.toMicros(span.getEndEpochNanos()),
        tags,
        span.getStatus().getStatusCode() == StatusCode.ERROR,
        span.getEvents().stream().map(OpenTelemetryTestTracer::text).toList());
  }

  private static String text(EventData event) {
    Attributes attributes = event.getAttributes();
    return event.getName() + ' ' + attributes.get(TYPE) + ": " + attributes.get(MESSAGE);
  }
}
