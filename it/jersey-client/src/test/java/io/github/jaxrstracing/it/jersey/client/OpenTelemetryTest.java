// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import io.github.jaxrstracing.it.contract.client.TinyServer;
import io.github.jaxrstracing.it.contract.client.TracerContract;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentracing.Tracer;
import io.opentracing.tag.Tags;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class OpenTelemetryTest extends TracerContract {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final Tracer tracer =
      OpenTelemetryTracer.builder()
          .property("otel.traces.exporter", "none")
          .spanProcessor(SimpleSpanProcessor.create(exporter))
          .build();

  @AfterEach
  void closeTracer() {
    tracer.close();
  }

  @Override
  protected Tracer tracer() {
    return tracer;
  }

  @Override
  protected List<Finished> finished() {
    return exporter.getFinishedSpanItems().stream().map(OpenTelemetryTest::finished).toList();
  }

  private static Finished finished(SpanData span) {
    Map<String, String> tags = new HashMap<>();
    span.getAttributes().forEach((key, value) -> tags.put(key.getKey(), value.toString()));
    tags.put(Tags.SPAN_KIND.getKey(), span.getKind().name().toLowerCase(Locale.ROOT));
    String parent = span.getParentSpanId();
    return new Finished(
        span.getName(),
        span.getTraceId(),
        span.getSpanId(),
        SpanId.isValid(parent) ? parent : null,
        tags,
        span.getStatus().getStatusCode() == StatusCode.ERROR);
  }

  @Override
  protected List<String> wire(TinyServer.Received received) {
    return Arrays.asList(received.headers().getFirst("traceparent").split("-")).subList(1, 3);
  }
}
