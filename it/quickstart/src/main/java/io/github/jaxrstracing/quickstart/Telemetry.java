// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracerBuilder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentracing.Tracer;

/**
 * The tracer of one service: OpenTracing outside, OpenTelemetry inside, W3C headers on the wire.
 */
final class Telemetry {
  static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  private Telemetry() {}

  static Tracer tracer(String service, SpanExporter screen, Backend backend) {
    OpenTelemetryTracerBuilder tracer =
        OpenTelemetryTracer.builder()
            .serviceName(service)
            .spanProcessor(SimpleSpanProcessor.create(screen));
    backend.configure(tracer);
    return tracer.build();
  }
}
