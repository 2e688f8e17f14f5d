// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format.Builtin;
import io.opentracing.propagation.TextMapAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenTelemetryTracerBuilderTest {
  private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final List<Tracer> tracers = new ArrayList<>();

  @AfterEach
  void closeTracers() {
    tracers.forEach(Tracer::close);
  }

  @Test
  void namesAndDescribesTheService() {
    Tracer tracer =
        build(
            builder ->
                builder.serviceName("shop").resourceAttributes(Map.of("team", "a=b,c d", "x", "")));

    tracer.buildSpan("a").start().finish();

    assertThat(resource("service.name")).isEqualTo("shop");
    assertThat(resource("team")).isEqualTo("a=b,c d");
    assertThat(resource("telemetry.sdk.language")).isEqualTo("java");
  }

  @Test
  void readsTheSystemPropertiesOfOpenTelemetry() {
    System.setProperty("otel.service.name", "from-properties");
    try {
      build(builder -> builder).buildSpan("a").start().finish();
      build(builder -> builder.serviceName("from-code")).buildSpan("b").start().finish();

      assertThat(exporter.getFinishedSpanItems())
          .extracting(span -> span.getResource().getAttribute(SERVICE_NAME))
          .containsExactly("from-properties", "from-code");
    } finally {
      System.clearProperty("otel.service.name");
    }
  }

  @ParameterizedTest
  @CsvSource({"const, 1, 20", "const, 0, 0", "probabilistic, 1, 20", "probabilistic, 0, 0"})
  void samplesRoots(String type, double parameter, int spans) {
    Tracer tracer = build(builder -> builder.sampler(type, parameter));

    for (int i = 0; i < 20; i++) {
      tracer.buildSpan("a").start().finish();
    }

    assertThat(exporter.getFinishedSpanItems()).hasSize(spans);
  }

  @Test
  void followsTheDecisionOfTheParent() {
    Tracer tracer = build(builder -> builder.sampler("const", 0));

    Map<String, String> sampled =
        Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    tracer
        .buildSpan("a")
        .asChildOf(tracer.extract(Builtin.HTTP_HEADERS, new TextMapAdapter(new HashMap<>(sampled))))
        .start()
        .finish();

    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
  }

  // No collector is there: until it answers, Jaeger's sampler takes one trace of a thousand.
  @Test
  void samplesByTheRemoteSampler() {
    Tracer tracer = build(builder -> builder.remoteSampler("http://127.0.0.1:1"));

    Span span = tracer.buildSpan("a").start();

    assertThat(headers(tracer, span)).containsKey("traceparent");
  }

  static Stream<Arguments> propagators() {
    return Stream.of(
        Arguments.of("tracecontext", Set.of("traceparent")),
        Arguments.of("baggage", Set.of("baggage")),
        Arguments.of("b3", Set.of("b3")),
        Arguments.of("b3multi", Set.of("X-B3-TraceId", "X-B3-SpanId", "X-B3-Sampled")),
        Arguments.of("jaeger", Set.of("uber-trace-id", "uberctx-user")));
  }

  @ParameterizedTest
  @MethodSource("propagators")
  void writesTheHeadersOf(String propagator, Set<String> headers) {
    Tracer tracer = build(builder -> builder.propagators(propagator));

    Span span = tracer.buildSpan("a").start().setBaggageItem("user", "17");

    assertThat(headers(tracer, span).keySet()).isEqualTo(headers);
  }

  @Test
  void writesW3cTraceContextAndBaggageByDefault() {
    Tracer tracer = build(builder -> builder);

    Span span = tracer.buildSpan("a").start().setBaggageItem("user", "17");

    assertThat(headers(tracer, span)).containsOnlyKeys("traceparent", "baggage");
  }

  @Test
  void writesEachFinishedSpanToTheLog() {
    try (CapturedLog log = new CapturedLog("io.github.jaxrstracing.spans")) {
      Tracer tracer = build(OpenTelemetryTracerBuilder::logSpans);
      Span parent = tracer.buildSpan("load\norder").withTag("span.kind", "server").start();
      Span child = tracer.buildSpan("check").asChildOf(parent).withStartTimestamp(5_000).start();
      child.setTag("error", true).finish(17_000);
      parent.finish();

      assertThat(log.messages()).hasSize(2);
      assertThat(log.messages().get(0))
          .isEqualTo(
              "INTERNAL \"check\" trace=%s span=%s parent=%s 12000 us ERROR"
                  .formatted(
                      parent.context().toTraceId(),
                      child.context().toSpanId(),
                      parent.context().toSpanId()));
      assertThat(log.messages().get(1)).startsWith("SERVER \"load order\" trace=").endsWith(" us");
    }
  }

  @Test
  void passesAnyOtherPropertyOn() {
    Tracer tracer = build(builder -> builder.property("otel.span.attribute.count.limit", "1"));

    tracer.buildSpan("a").withTag("one", 1).withTag("two", 2).start().finish();

    assertThat(exporter.getFinishedSpanItems().get(0).getAttributes().size()).isEqualTo(1);
  }

  @Test
  void canBeClosedTwice() {
    Tracer tracer = build(builder -> builder);
    tracer.close();

    assertThatNoException().isThrownBy(tracer::close);

    tracer.buildSpan("late").start().finish();
    assertThat(exporter.getFinishedSpanItems()).isEmpty();
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        wrong(b -> b.serviceName(" "), "serviceName: \" \" cannot be used"),
        wrong(b -> b.sampler("ratelimiting", 2), "valid are const and probabilistic"),
        wrong(b -> b.sampler("const", 2), "sampler const: \"2.0\" cannot be used; valid are 0 and"),
        wrong(b -> b.sampler("probabilistic", -1), "valid are numbers from 0 to 1"),
        wrong(b -> b.sampler("probabilistic", Double.NaN), "valid are numbers from 0 to 1"),
        wrong(b -> b.sampler("const", 1).remoteSampler("http://a"), "use one"),
        wrong(b -> b.remoteSampler("jaeger:14250"), "remoteSampler: \"jaeger:14250\""),
        wrong(b -> b.otlpEndpoint("collector"), "valid are URLs that begin with http://"),
        wrong(b -> b.otlpEndpoint("http://a b"), "otlpEndpoint: \"http://a b\""),
        wrong(b -> b.zipkinEndpoint("ftp://zipkin"), "zipkinEndpoint: \"ftp://zipkin\""),
        wrong(b -> b.propagators("w3c"), "valid are tracecontext, baggage, b3, b3multi, jaeger"),
        wrong(b -> b.propagators(), "valid are tracecontext, baggage, b3, b3multi, jaeger"),
        wrong(b -> b.property("OTEL_SERVICE_NAME", "a"), "valid are names that begin with otel."),
        wrong(b -> b.property("otel.traces.sampler", "cat"), "OpenTelemetry refuses"),
        wrong(
            b -> b.property("otel.span.attribute.count.limit", "many"),
            "otel.span.attribute.count.limit"));
  }

  private static Arguments wrong(Consumer<OpenTelemetryTracerBuilder> setting, String message) {
    return Arguments.of(message, setting);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongValues")
  void refuses(String message, Consumer<OpenTelemetryTracerBuilder> setting) {
    OpenTelemetryTracerBuilder builder = OpenTelemetryTracer.builder();
    setting.accept(builder);

    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(message);
  }

  @Test
  void hasARowOnThePageForEverySetting() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "opentelemetry.md"));

    assertThat(OpenTelemetryTracerBuilder.class.getMethods())
        .filteredOn(method -> method.getReturnType() == OpenTelemetryTracerBuilder.class)
        .isNotEmpty()
        .allSatisfy(setting -> assertThat(page).contains("\n| `" + setting.getName() + "` | "));
  }

  private Tracer build(UnaryOperator<OpenTelemetryTracerBuilder> settings) {
    OpenTelemetryTracerBuilder builder =
        OpenTelemetryTracer.builder()
            .property("otel.traces.exporter", "none")
            .spanProcessor(SimpleSpanProcessor.create(exporter));
    Tracer tracer = settings.apply(builder).build();
    tracers.add(tracer);
    return tracer;
  }

  private static Map<String, String> headers(Tracer tracer, Span span) {
    Map<String, String> headers = new HashMap<>();
    tracer.inject(span.context(), Builtin.HTTP_HEADERS, new TextMapAdapter(headers));
    return headers;
  }

  private String resource(String key) {
    return exporter
        .getFinishedSpanItems()
        .get(0)
        .getResource()
        .getAttribute(AttributeKey.stringKey(key));
  }
}
