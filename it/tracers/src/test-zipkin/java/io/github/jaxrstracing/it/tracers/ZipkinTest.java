// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static org.assertj.core.api.Assertions.assertThat;

import brave.Tracing;
import brave.opentracing.BraveTracer;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.quickstart.ZipkinServer;
import io.opentracing.Tracer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import zipkin2.reporter.BytesMessageSender;
import zipkin2.reporter.brave.AsyncZipkinSpanHandler;
import zipkin2.reporter.urlconnection.URLConnectionSender;

/** What a real Zipkin shows of the services of the quickstart: one trace, and who calls whom. */
@Timeout(180)
class ZipkinTest {
  private final List<AutoCloseable> open = new ArrayList<>();
  private ZipkinServer zipkin;

  @BeforeEach
  void startZipkin() throws Exception {
    zipkin =
        new ZipkinServer(
            Path.of("..", "quickstart", "target", "zipkin.jar"), Path.of("target", "zipkin.log"));
  }

  @AfterEach
  void endZipkin() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    zipkin.close();
  }

  @Test
  void showsTheServicesOnOpenTelemetry() throws Exception {
    showsOneTraceAndItsLinks(this::openTelemetryTracer, 5);
  }

  @Test
  void showsTheServicesOnBrave() throws Exception {
    // Brave's client and server share a span, which Zipkin keeps as two halves with one id.
    showsOneTraceAndItsLinks(this::braveTracer, 5);
  }

  private void showsOneTraceAndItsLinks(Function<String, Tracer> tracers, int spans)
      throws Exception {
    Requests.offer(tracers);
    for (AutoCloseable each : open) {
      each.close();
    }
    open.clear();

    JsonArray traces =
        Awaitility.await()
            .atMost(java.time.Duration.ofSeconds(30))
            .until(
                () -> array("/api/v2/traces?limit=10"),
                found -> found.size() == 1 && found.get(0).getAsJsonArray().size() == spans);
    assertThat(traces.get(0).getAsJsonArray())
        .extracting(ZipkinTest::place)
        .containsExactlyInAnyOrder(
            "shop SERVER get:/items/{item}/offer",
            "shop CLIENT ask-stock",
            "shop CLIENT ask-price",
            "stock SERVER get:/stock/{item}",
            "prices SERVER get:/prices/{item}");
    assertThat(array("/api/v2/dependencies?endTs=" + System.currentTimeMillis()))
        .extracting(link -> text(link, "parent") + "->" + text(link, "child"))
        .containsExactlyInAnyOrder("shop->stock", "shop->prices");
  }

  private Tracer openTelemetryTracer(String service) {
    return OpenTelemetryTracer.builder()
        .serviceName(service)
        .zipkinEndpoint(endpoint())
        .propagators("b3")
        .build();
  }

  private Tracer braveTracer(String service) {
    BytesMessageSender sender = URLConnectionSender.create(endpoint());
    AsyncZipkinSpanHandler handler = AsyncZipkinSpanHandler.create(sender);
    Tracing tracing =
        Tracing.newBuilder().localServiceName(service).addSpanHandler(handler).build();
    open.add(tracing);
    open.add(handler);
    open.add(sender);
    return BraveTracer.create(tracing);
  }

  private String endpoint() {
    return zipkin.uri() + "/api/v2/spans";
  }

  private JsonArray array(String path) throws Exception {
    return JsonParser.parseString(Requests.get(zipkin.uri().resolve(path))).getAsJsonArray();
  }

  private static String place(JsonElement span) {
    JsonObject local = span.getAsJsonObject().getAsJsonObject("localEndpoint");
    return text(local, "serviceName") + ' ' + text(span, "kind") + ' ' + text(span, "name");
  }

  private static String text(JsonElement object, String name) {
    JsonElement value = object.getAsJsonObject().get(name);
    return value == null ? "none" : value.getAsString();
  }
}
