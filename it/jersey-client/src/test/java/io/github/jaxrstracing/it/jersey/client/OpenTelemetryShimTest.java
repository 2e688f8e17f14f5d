// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import io.github.jaxrstracing.it.contract.client.TinyServer;
import io.github.jaxrstracing.it.contract.client.TracerContract;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentracing.Tracer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class OpenTelemetryShimTest extends TracerContract {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();
  private final Tracer tracer = OpenTracingShim.createTracerShim(sdk);

  @AfterEach
  void closeSdk() {
    sdk.close();
  }

  @Override
  protected Tracer tracer() {
    return tracer;
  }

  @Override
  protected List<Finished> finished() {
    return exporter.getFinishedSpanItems().stream().map(OpenTelemetryShimTest::finished).toList();
  }

  private static Finished finished(SpanData span) {
    Map<String, String> tags = new HashMap<>();
    span.getAttributes().forEach((key, value) -> tags.put(key.getKey(), value.toString()));
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
