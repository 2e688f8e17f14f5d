// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import com.sun.management.OperatingSystemMXBean;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.zipkin.ZipkinSpanExporter;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentracing.Span;
import io.opentracing.Tracer;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * A program that makes and sends spans, and says how many a second one core of its machine does:
 * the time of the processor that all its threads took.
 */
final class SpanMaker {
  private static final int AT_ONCE = 2048; // the queue of the SDK

  private SpanMaker() {}

  /** Arguments: otlp, otlp-gzip or zipkin; where to; how many spans. */
  public static void main(String[] arguments) {
    int spans = Integer.parseInt(arguments[2]);
    BatchSpanProcessor batches =
        BatchSpanProcessor.builder(exporter(arguments[0], "http://" + arguments[1]))
            .setMaxQueueSize(2 * AT_ONCE)
            .build();
    Tracer tracer =
        OpenTelemetryTracer.builder()
            .serviceName("shop")
            .property("otel.traces.exporter", "none")
            .spanProcessor(batches)
            .build();
    make(spans / 2, tracer, batches); // until all is compiled

    long before = processorNanos();
    make(spans, tracer, batches);
    double seconds = (processorNanos() - before) / 1e9;

    System.out.printf("%s: %.0f spans a second%n", arguments[0], spans / seconds);
    tracer.close();
    System.exit(0);
  }

  @SuppressWarnings("deprecation") // of the exporter for Zipkin there is no later release
  private static SpanExporter exporter(String wire, String to) {
    return switch (wire) {
      case "otlp" -> OtlpHttpSpanExporter.builder().setEndpoint(to + "/v1/traces").build();
      case "otlp-gzip" ->
          OtlpHttpSpanExporter.builder()
              .setEndpoint(to + "/v1/traces")
              .setCompression("gzip")
              .build();
      case "zipkin" -> ZipkinSpanExporter.builder().setEndpoint(to + "/api/v2/spans").build();
      default -> throw new IllegalArgumentException(wire);
    };
  }

  private static void make(int spans, Tracer tracer, BatchSpanProcessor batches) {
    for (int i = 1; i <= spans; i++) {
      Span span =
          tracer
              .buildSpan("GET:/orders/{id}")
              .withTag("span.kind", "server")
              .withTag("component", "jaxrs")
              .withTag("http.method", "GET")
              .withTag("http.url", "http://127.0.0.1:8080/orders/" + i)
              .start();
      span.setTag("http.status_code", 200);
      span.finish();
      if (i % AT_ONCE == 0 || i == spans) {
        batches.forceFlush().join(30, TimeUnit.SECONDS);
      }
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
