// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentracing.Tracer;

/**
 * The tracer of one service: OpenTracing outside, OpenTelemetry inside, W3C headers on the wire.
 */
final class Telemetry implements AutoCloseable {
  static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  Telemetry(String service, SpanExporter exporter) {
    provider =
        SdkTracerProvider.builder()
            .setResource(Resource.create(Attributes.of(SERVICE_NAME, service)))
            .addSpanProcessor(SimpleSpanProcessor.create(new SpanKindExporter(exporter)))
            .build();
    TextMapPropagator w3c = W3CTraceContextPropagator.getInstance();
    tracer = OpenTracingShim.createTracerShim(provider, w3c, w3c);
  }

  Tracer tracer() {
    return tracer;
  }

  @Override
  public void close() {
    provider.close();
  }
}
