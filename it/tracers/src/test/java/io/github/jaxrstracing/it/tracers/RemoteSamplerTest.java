// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format.Builtin;
import io.opentracing.propagation.TextMapAdapter;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.Protocol;
import okio.Buffer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Jaeger collector that says which traces are recorded, by gRPC. */
@Timeout(60)
class RemoteSamplerTest {
  // SamplingStrategyResponse of Jaeger's sampling.proto, behind the five bytes of a gRPC frame.
  private static final String ALL = "000000000b" + "1209" + "09000000000000f03f";
  private static final String ONE_A_SECOND = "0000000006" + "0801" + "1a020801";

  @Test
  void decidesWhichTracesAreRecorded() throws Exception {
    try (MockWebServer jaeger = jaeger(ALL);
        Tracer tracer = tracer(jaeger)) {
      Awaitility.await().until(() -> isSampled(tracer));

      assertThat(IntStream.range(0, 100)).allMatch(i -> isSampled(tracer));
      RecordedRequest question = jaeger.takeRequest();
      assertThat(question.getTarget())
          .isEqualTo("/jaeger.api_v2.SamplingManager/GetSamplingStrategy");
      assertThat(question.getBody().utf8()).contains("shop");
    }
  }

  @Test
  void limitsTheRate() throws Exception {
    try (MockWebServer jaeger = jaeger(ONE_A_SECOND);
        Tracer tracer = tracer(jaeger)) {
      // Until the answer is here, one of a thousand is taken.
      Awaitility.await().until(() -> isSampled(tracer));

      long sampled = IntStream.range(0, 100).filter(i -> isSampled(tracer)).count();

      assertThat(sampled).isLessThan(10);
    }
  }

  private static MockWebServer jaeger(String answer) throws Exception {
    MockWebServer server = new MockWebServer();
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/grpc")
            .body(new Buffer().write(HexFormat.of().parseHex(answer)))
            .trailers(Headers.of("grpc-status", "0"))
            .build());
    server.start(InetAddress.getLoopbackAddress(), 0);
    return server;
  }

  private static Tracer tracer(MockWebServer jaeger) {
    return OpenTelemetryTracer.builder()
        .serviceName("shop")
        .remoteSampler("http://127.0.0.1:" + jaeger.getPort())
        .property("otel.traces.exporter", "none")
        // With nobody to see its spans, the SDK makes none.
        .spanProcessor(SimpleSpanProcessor.create(SpanExporter.composite()))
        .build();
  }

  private static boolean isSampled(Tracer tracer) {
    Map<String, String> headers = new HashMap<>();
    tracer.inject(
        tracer.buildSpan("a").start().context(), Builtin.HTTP_HEADERS, new TextMapAdapter(headers));
    // The last byte has one more flag, for trace ids that are random.
    return (HexFormat.fromHexDigits(headers.get("traceparent"), 53, 55) & 1) == 1;
  }
}
