// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.jaegertracing.internal.JaegerSpan;
import io.jaegertracing.internal.JaegerTracer;
import io.jaegertracing.internal.reporters.InMemoryReporter;
import io.jaegertracing.internal.samplers.ConstSampler;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.tag.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that still has the client of Jaeger, beside one that has moved to OpenTelemetry. */
@Timeout(60)
class JaegerTest {
  private final InMemoryReporter jaeger = new InMemoryReporter();

  @Test
  void callsAServiceOnOpenTelemetry() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Requests.offer(
          service -> service.equals("shop") ? jaegerTracer(service) : tracer(service, receiver));

      JaegerSpan call = jaegerSpan(Tags.SPAN_KIND_CLIENT, "ask-stock");
      OtlpReceiver.Received served =
          receiver.spans().stream()
              .filter(span -> span.service().equals("stock"))
              .findFirst()
              .orElseThrow();
      assertThat(served.traceId()).isEqualTo(call.context().getTraceId());
      assertThat(number(served.parentId())).isEqualTo(call.context().getSpanId());
    }
  }

  @Test
  void isCalledByAServiceOnOpenTelemetry() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Requests.offer(
          service -> service.equals("stock") ? jaegerTracer(service) : tracer(service, receiver));

      OtlpReceiver.Received call =
          receiver.spans().stream()
              .filter(span -> span.span().getName().equals("ask-stock"))
              .findFirst()
              .orElseThrow();
      JaegerSpan served = jaegerSpan(Tags.SPAN_KIND_SERVER, "GET:/stock/{item}");
      assertThat(served.context().getTraceId()).isEqualTo(call.traceId());
      assertThat(served.context().getParentId()).isEqualTo(number(call.id()));
    }
  }

  @Test
  void keepsBaggageThereAndBack() {
    JaegerTracer first = jaegerTracer("first");
    Tracer second =
        OpenTelemetryTracer.builder()
            .propagators("jaeger")
            .property("otel.traces.exporter", "none")
            .spanProcessor(SimpleSpanProcessor.create(SpanExporter.composite()))
            .build();
    JaegerTracer third = jaegerTracer("third");

    JaegerSpan begun = first.buildSpan("a").start();
    begun.setBaggageItem("user", "17");
    Span middle =
        second.buildSpan("b").asChildOf(Carried.over(begun.context(), first, second)).start();
    JaegerSpan last =
        third.buildSpan("c").asChildOf(Carried.over(middle.context(), second, third)).start();

    assertThat(middle.getBaggageItem("user")).isEqualTo("17");
    assertThat(last.getBaggageItem("user")).isEqualTo("17");
    assertThat(last.context().getParentId()).isEqualTo(number(middle.context().toSpanId()));
    assertThat(last.context().getTraceId()).isEqualTo(begun.context().getTraceId());
    second.close();
  }

  // One writes leading zeros, the other does not.
  private static long number(String hexId) {
    return Long.parseUnsignedLong(hexId, 16);
  }

  private JaegerSpan jaegerSpan(String kind, String name) {
    return jaeger.getSpans().stream()
        .filter(span -> kind.equals(span.getTags().get(Tags.SPAN_KIND.getKey())))
        .filter(span -> span.getOperationName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JaegerTracer jaegerTracer(String service) {
    return new JaegerTracer.Builder(service)
        .withReporter(jaeger)
        .withSampler(new ConstSampler(true))
        .withTraceId128Bit()
        .build();
  }

  private static Tracer tracer(String service, OtlpReceiver receiver) {
    return OpenTelemetryTracer.builder()
        .serviceName(service)
        .propagators("jaeger")
        .otlpEndpoint(receiver.endpoint())
        .build();
  }
}
