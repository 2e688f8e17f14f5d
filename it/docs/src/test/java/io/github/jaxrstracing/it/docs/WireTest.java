// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.docs.Backend.Report;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracerBuilder;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Tracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many bytes a span takes, and how many spans a core makes, as the page says. */
@Timeout(600) // for many spans
class WireTest {
  private static final int SPANS = 512; // in one batch, as the SDK sends them

  @Path("orders/{id}")
  public static class Orders {
    @GET
    public String get() {
      return "ok";
    }
  }

  enum Wire {
    OTLP("OTLP") {
      @Override
      OpenTelemetryTracerBuilder to(Backend backend, OpenTelemetryTracerBuilder tracer) {
        return tracer
            .otlpEndpoint("http://" + backend.authority())
            .property("otel.exporter.otlp.compression", "gzip");
      }
    },
    ZIPKIN("Zipkin JSON") {
      @Override
      OpenTelemetryTracerBuilder to(Backend backend, OpenTelemetryTracerBuilder tracer) {
        return tracer.zipkinEndpoint("http://" + backend.authority() + "/api/v2/spans");
      }
    };

    private final String column;

    Wire(String column) {
      this.column = column;
    }

    abstract OpenTelemetryTracerBuilder to(Backend backend, OpenTelemetryTracerBuilder tracer);
  }

  @ParameterizedTest
  @CsvSource({
    "OTLP, OPENTRACING",
    "OTLP, OPENTELEMETRY",
    "ZIPKIN, OPENTRACING",
    "ZIPKIN, OPENTELEMETRY"
  })
  void aSpanTakesAsManyBytesAsThePageSays(Wire wire, String vocabulary) throws Exception {
    HttpTags tags = (HttpTags) HttpTags.class.getField(vocabulary).get(null);
    try (Backend backend = new Backend()) {
      reportRequests(wire, backend, tags);

      assertThat(bytes(backend, report -> report.body().length))
          .isCloseTo(shown(wire.column, vocabulary), withinPercentage(10));
      assertThat(bytes(backend, Report::sent))
          .isCloseTo(shown(wire.column + ", gzip", vocabulary), withinPercentage(25));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"otlp", "otlp-gzip", "zipkin"})
  void aCoreMakesSoManySpans(String wire) throws Exception {
    String spans = System.getProperty("spans", "3000"); // 300000 for a figure
    try (Backend backend = new Backend();
        Program program =
            new Program(List.of(), SpanMaker.class, wire, backend.authority(), spans)) {
      assertThat(program.result()).as(program.output()).isZero();

      System.out.print(program.output());
      assertThat(program.output()).contains(wire + ": ");
      assertThat(backend.reports()).hasSizeGreaterThan(Integer.parseInt(spans) / 512);
    }
  }

  // The table has a column for each wire and a row for each vocabulary.
  private static int shown(String column, String vocabulary) throws IOException {
    List<String> table =
        Page.named("docs/tracers.md")
            .text()
            .lines()
            .dropWhile(line -> !line.startsWith("| Bytes a span |"))
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    int index = cells(table.get(0)).indexOf(column);
    return table.stream()
        .map(WireTest::cells)
        .filter(row -> row.contains('`' + vocabulary + '`'))
        .mapToInt(row -> Integer.parseInt(row.get(index)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> cells(String row) {
    return Stream.of(row.split("\\|", -1)).map(String::trim).toList();
  }

  private static int bytes(Backend backend, ToIntFunction<Report> size) {
    return backend.reports().stream().mapToInt(size).sum() / SPANS;
  }

  private static void reportRequests(Wire wire, Backend backend, HttpTags tags) {
    Tracer tracer =
        wire.to(
                backend,
                OpenTelemetryTracer.builder()
                    .serviceName("shop")
                    .property("otel.bsp.schedule.delay", "60000"))
            .build();
    Client client =
        ClientBuilder.newBuilder()
            .register(ClientTracingFeature.builder().tracer(tracer).tags(tags).build())
            .build();
    try (ServedApplication server =
        new ServedApplication(
            new ResourceConfig(Orders.class)
                .register(TracingFeature.builder().tracer(tracer).tags(tags).traceAll().build()))) {
      for (int i = 0; i < SPANS / 2; i++) {
        client.target(server.uri("/orders/" + i)).request().get(String.class);
      }
    }
    client.close();
    tracer.close();
    awaitSoon().until(() -> !backend.reports().isEmpty());
  }
}
