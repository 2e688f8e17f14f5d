// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.server.TracingFeature;
import io.jaegertracing.internal.JaegerSpan;
import io.jaegertracing.internal.JaegerTracer;
import io.jaegertracing.internal.reporters.InMemoryReporter;
import io.jaegertracing.internal.samplers.ConstSampler;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.semconv.ClientAttributes;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.HttpAttributes;
import io.opentelemetry.semconv.NetworkAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.UserAgentAttributes;
import io.opentracing.Tracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From OpenTracing to OpenTelemetry: the tracer is changed, and nothing else. */
@Timeout(60)
class TracerChangeTest {
  private final InMemoryReporter jaegerSpans = new InMemoryReporter();
  private final JaegerTracer jaeger =
      new JaegerTracer.Builder("shop")
          .withReporter(jaegerSpans)
          .withSampler(new ConstSampler(true))
          .build();
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final Tracer openTelemetry =
      OpenTelemetryTracer.builder()
          .property("otel.traces.exporter", "none")
          .spanProcessor(SimpleSpanProcessor.create(exporter))
          .build();

  @AfterEach
  void end() {
    jaeger.close();
    openTelemetry.close();
  }

  @Path("orders/{id}")
  public static class Orders {
    @GET
    public String get(@PathParam("id") String id) {
      if (id.equals("none")) {
        throw new NotFoundException();
      }
      return id;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPENTRACING", "OPENTELEMETRY"})
  void changesNoNameAndNoTag(String vocabulary) throws Exception {
    HttpTags tags = (HttpTags) HttpTags.class.getField(vocabulary).get(null);

    call(jaeger, tags, () -> jaegerSpans.getSpans().size());
    call(openTelemetry, tags, () -> exporter.getFinishedSpanItems().size());

    List<String> before = jaegerSpans.getSpans().stream().map(TracerChangeTest::text).toList();
    List<String> after =
        exporter.getFinishedSpanItems().stream().map(TracerChangeTest::text).toList();
    assertThat(before).hasSize(4);
    assertThat(after).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void attributesAreThoseOfTheSemanticConventions() throws Exception {
    Set<AttributeKey<?>> known = new HashSet<>();
    for (Class<?> of :
        List.of(
            ClientAttributes.class,
            ErrorAttributes.class,
            HttpAttributes.class,
            NetworkAttributes.class,
            ServerAttributes.class,
            UrlAttributes.class,
            UserAgentAttributes.class)) {
      for (Field field : of.getFields()) {
        if (field.getType() == AttributeKey.class) {
          known.add((AttributeKey<?>) field.get(null));
        }
      }
    }

    call(openTelemetry, HttpTags.OPENTELEMETRY, () -> exporter.getFinishedSpanItems().size());

    assertThat(exporter.getFinishedSpanItems())
        .hasSize(4)
        .allSatisfy(
            span ->
                assertThat(span.getAttributes().asMap().keySet()).isNotEmpty().isSubsetOf(known));
  }

  private void call(Tracer tracer, HttpTags tags, IntSupplier finished) throws Exception {
    try (ServedApplication traced =
            new ServedApplication(
                new ResourceConfig(Orders.class)
                    .register(
                        TracingFeature.builder().tracer(tracer).traceAll().tags(tags).build()));
        Client client =
            ClientBuilder.newBuilder()
                .register(ClientTracingFeature.builder().tracer(tracer).tags(tags).build())
                .build()) {
      for (String path : List.of("/orders/17?page=2", "/orders/none")) {
        client.target(traced.uri(path)).request().get().close();
      }
      awaitSoon().until(() -> finished.getAsInt() == 4);
    }
  }

  private static String text(JaegerSpan span) {
    Map<String, Object> tags = new TreeMap<>(span.getTags());
    tags.keySet().removeIf(key -> key.startsWith("sampler."));
    return text(
        String.valueOf(tags.remove("span.kind")),
        span.getOperationName(),
        String.valueOf(tags.remove("error")),
        tags);
  }

  private static String text(SpanData span) {
    Map<String, Object> tags = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> tags.put(key.getKey(), value));
    return text(
        span.getKind().name().toLowerCase(Locale.ROOT),
        span.getName(),
        span.getStatus().equals(StatusData.error()) ? "true" : "null",
        tags);
  }

  private static String text(String kind, String name, String error, Map<String, Object> tags) {
    return String.join(" ", kind, name, error, tags.toString())
        .replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
        .replaceAll("port=\\d+", "port");
  }
}
