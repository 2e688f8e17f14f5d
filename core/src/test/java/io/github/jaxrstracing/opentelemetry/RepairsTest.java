// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format.Builtin;
import io.opentracing.propagation.TextMapAdapter;
import io.opentracing.tag.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shim loses at the start of a span, and what a sampler sees of it. */
class RepairsTest {
  private static final AttributeKey<String> KIND_TAG = AttributeKey.stringKey("span.kind");
  private static final Map<String, String> REMOTE =
      Map.of(
          "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          "baggage", "user=17");

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final SeeingSampler sampler = new SeeingSampler();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .setSampler(sampler)
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .setPropagators(
              ContextPropagators.create(
                  TextMapPropagator.composite(
                      W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
          .build();
  private final Tracer tracer = OpenTelemetryTracer.of(sdk);

  @AfterEach
  void closeSdk() {
    sdk.close();
  }

  @ParameterizedTest
  @CsvSource({"server, SERVER", "client, CLIENT", "PRODUCER, PRODUCER", "consumer, CONSUMER"})
  void turnsTheTagIntoTheKindBeforeTheSamplerLooks(String tag, SpanKind kind) {
    tracer.buildSpan("load-order").withTag(Tags.SPAN_KIND, tag).start().finish();

    assertThat(span().getKind()).isEqualTo(kind);
    assertThat(span().getAttributes().get(KIND_TAG)).isNull();
    assertThat(sampler.kinds).containsExactly(kind);
  }

  @Test
  void leavesAnUnknownKindATag() {
    tracer.buildSpan("load-order").withTag(Tags.SPAN_KIND, "strange").start().finish();

    assertThat(span().getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span().getAttributes().get(KIND_TAG)).isEqualTo("strange");
  }

  @Test
  void leavesAKindThatComesAfterTheStartATag() {
    tracer.buildSpan("load-order").start().setTag(Tags.SPAN_KIND, "server").finish();

    assertThat(span().getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(span().getAttributes().get(KIND_TAG)).isEqualTo("server");
  }

  @Test
  void leavesEverythingElseAsItIs() {
    Span parent = tracer.buildSpan("parent").start();
    tracer
        .buildSpan("child")
        .asChildOf(parent)
        .withStartTimestamp(1_000_000)
        .withTag("text", "a")
        .withTag("whole", 1)
        .withTag("fraction", 0.5)
        .withTag("yes", true)
        .start()
        .finish(2_000_000);

    assertThat(span().getParentSpanId()).isEqualTo(parent.context().toSpanId());
    assertThat(span().getLinks()).extracting(LinkData::getSpanContext).hasSize(1);
    assertThat(span().getStartEpochNanos()).isEqualTo(1_000_000_000L);
    assertThat(span().getEndEpochNanos()).isEqualTo(2_000_000_000L);
    assertThat(span().getAttributes().asMap())
        .isEqualTo(
            Map.of(
                AttributeKey.stringKey("text"),
                "a",
                AttributeKey.longKey("whole"),
                1L,
                AttributeKey.doubleKey("fraction"),
                0.5,
                AttributeKey.booleanKey("yes"),
                true));
  }

  @Test
  void showsTheBaggageOfARemoteParentToTheSampler() {
    serverSpan(tracer).finish();

    assertThat(sampler.baggage).containsExactly(Map.of("user", "17"));
  }

  @Test
  void keepsTheBaggageOfARemoteParentForTheNextService() {
    Span server = serverSpan(tracer);
    Span client = tracer.buildSpan("call").asChildOf(server.context()).start();

    Map<String, String> headers = headers(client);

    assertThat(headers).containsEntry("baggage", "user=17");
    assertThat(headers.get("traceparent"))
        .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-" + client.context().toSpanId() + "-01");
    assertThat(server.getBaggageItem("user")).isEqualTo("17");
  }

  @Test
  void makesTheRemoteParentTheParent() {
    serverSpan(tracer).finish();

    assertThat(span().getParentSpanContext().isRemote()).isTrue();
    assertThat(span().getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(span().getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span().getLinks())
        .singleElement()
        .satisfies(
            link -> assertThat(link.getSpanContext()).isEqualTo(span().getParentSpanContext()));
  }

  @Test
  void passesARemoteParentOnWithoutASpanOfItsOwn() {
    Map<String, String> headers = new HashMap<>();

    tracer.inject(extract(tracer), Builtin.HTTP_HEADERS, new TextMapAdapter(headers));

    assertThat(headers).containsAllEntriesOf(REMOTE);
  }

  @Test
  void leavesTheOpenTelemetryOfTheApplicationOpen() {
    tracer.close();

    sdk.getTracer("other").spanBuilder("still there").startSpan().end();

    assertThat(span().getName()).isEqualTo("still there");
  }

  // When these two fail, the shim has learned it, and the repairs can go.
  @Test
  void isNeededBecauseTheShimDoesNotSetTheKind() {
    rawShim().buildSpan("load-order").withTag(Tags.SPAN_KIND, "server").start().finish();

    assertThat(span().getKind()).isEqualTo(SpanKind.INTERNAL);
  }

  @Test
  void isNeededBecauseTheShimHidesTheBaggageFromTheSampler() {
    serverSpan(rawShim()).finish();

    assertThat(sampler.baggage).containsExactly(Map.of());
  }

  @SuppressWarnings("deprecation")
  private Tracer rawShim() {
    return OpenTracingShim.createTracerShim(sdk);
  }

  private static Span serverSpan(Tracer tracer) {
    return tracer.buildSpan("serve").asChildOf(extract(tracer)).start();
  }

  private static SpanContext extract(Tracer tracer) {
    return tracer.extract(Builtin.HTTP_HEADERS, new TextMapAdapter(new HashMap<>(REMOTE)));
  }

  private Map<String, String> headers(Span span) {
    Map<String, String> headers = new HashMap<>();
    tracer.inject(span.context(), Builtin.HTTP_HEADERS, new TextMapAdapter(headers));
    return headers;
  }

  private SpanData span() {
    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    return exporter.getFinishedSpanItems().get(0);
  }

  private static final class SeeingSampler implements Sampler {
    private final List<SpanKind> kinds = new ArrayList<>();
    private final List<Map<String, String>> baggage = new ArrayList<>();

    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      kinds.add(kind);
      Map<String, String> items = new HashMap<>();
      Baggage.fromContext(parent).forEach((key, entry) -> items.put(key, entry.getValue()));
      baggage.add(items);
      return SamplingResult.recordAndSample();
    }

    @Override
    public String getDescription() {
      return "records what it sees";
    }
  }
}
