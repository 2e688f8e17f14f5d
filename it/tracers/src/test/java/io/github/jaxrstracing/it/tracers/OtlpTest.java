// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.tracers.OtlpReceiver.Received;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentracing.Tracer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What arrives at a backend that speaks OTLP. */
@Timeout(60)
class OtlpTest {
  @Test
  void receivesOneWholeTraceOfThreeServices() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Requests.offer(service -> tracer(service, receiver));

      List<Received> spans = receiver.spans();
      assertThat(receiver.paths()).isNotEmpty().containsOnly("/v1/traces");
      assertThat(spans).hasSize(5);
      assertThat(spans).extracting(Received::traceId).containsOnly(spans.get(0).traceId());
      Map<String, String> parents = spans.stream().collect(toMap(Received::id, OtlpTest::place));
      assertThat(spans)
          .extracting(span -> place(span) + " under " + parents.get(span.parentId()))
          .containsExactlyInAnyOrder(
              "shop SPAN_KIND_SERVER GET:/items/{item}/offer under null",
              "shop SPAN_KIND_CLIENT ask-stock under"
                  + " shop SPAN_KIND_SERVER GET:/items/{item}/offer",
              "shop SPAN_KIND_CLIENT ask-price under"
                  + " shop SPAN_KIND_SERVER GET:/items/{item}/offer",
              "stock SPAN_KIND_SERVER GET:/stock/{item} under shop SPAN_KIND_CLIENT ask-stock",
              "prices SPAN_KIND_SERVER GET:/prices/{item} under"
                  + " shop SPAN_KIND_CLIENT ask-price");
    }
  }

  @Test
  void receivesAttributesAndResource() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Requests.offer(service -> tracer(service, receiver));

      Received root =
          receiver.spans().stream().filter(span -> span.parentId().isEmpty()).findFirst().get();
      assertThat(root.resource())
          .containsEntry("service.name", "shop")
          .containsEntry("deployment.environment.name", "test")
          .containsEntry("telemetry.sdk.name", "opentelemetry");
      assertThat(root.attributes())
          .containsEntry("component", "jaxrs")
          .containsEntry("http.method", "GET")
          .containsEntry("http.status_code", "200")
          .doesNotContainKey("span.kind");
      assertThat(root.span().getEndTimeUnixNano())
          .isGreaterThan(root.span().getStartTimeUnixNano());
    }
  }

  @Test
  void receivesTheBaggageThatCameInWithTheFirstRequest() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Requests.offer(
          service ->
              OpenTelemetryTracer.builder()
                  .serviceName(service)
                  .otlpEndpoint(receiver.endpoint())
                  .spanProcessor(new UserOfBaggage())
                  .build(),
          "traceparent",
          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          "baggage",
          "user=17");

      assertThat(receiver.spans())
          .filteredOn(span -> span.span().getKind() == SpanKind.SPAN_KIND_SERVER)
          .hasSize(3)
          .allSatisfy(span -> assertThat(span.attributes()).containsEntry("user", "17"));
    }
  }

  @Test
  void receivesWhatTheSettingsOfOpenTelemetrySend() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      System.setProperty("otel.exporter.otlp.endpoint", receiver.endpoint());
      System.setProperty("otel.service.name", "shop");
      try {
        Tracer tracer = OpenTelemetryTracer.create();
        tracer.buildSpan("import").withTag("span.kind", "consumer").start().finish();
        tracer.close();
      } finally {
        System.clearProperty("otel.exporter.otlp.endpoint");
        System.clearProperty("otel.service.name");
      }

      assertThat(receiver.paths()).containsOnly("/v1/traces");
      Received span = receiver.spans().get(0);
      assertThat(span.service()).isEqualTo("shop");
      assertThat(span.span().getKind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
    }
  }

  @Test
  void receivesTheLastSpansWhenTheJvmEnds() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dotel.exporter.otlp.endpoint=" + receiver.endpoint(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  AtExit.class.getName())
              .inheritIO()
              .start();

      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();

      assertThat(program.exitValue()).isZero();
      assertThat(receiver.spans())
          .extracting(span -> span.span().getName())
          .containsExactly("last words");
    }
  }

  private static Tracer tracer(String service, OtlpReceiver receiver) {
    return OpenTelemetryTracer.builder()
        .serviceName(service)
        .resourceAttributes(Map.of("deployment.environment.name", "test"))
        .otlpEndpoint(receiver.endpoint())
        .build();
  }

  private static String place(Received span) {
    return span.service() + ' ' + span.span().getKind() + ' ' + span.span().getName();
  }
}
