// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.server.ServerTracingProperties;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentracing.Tracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import java.util.function.Function;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each tracer of the page reports a call, and a request that fails with an error log. */
@OnPage("docs/tracers.md")
@Timeout(60)
class TracersSnippetsTest {
  private static final String AT = "\tat " + Orders.class.getName() + ".fail(";

  private boolean expandErrorLogs;
  private Backend backend;

  @BeforeEach
  void startBackend() throws Exception {
    backend = new Backend();
  }

  @AfterEach
  void endBackend() {
    backend.close();
  }

  @Path("orders/{id}")
  public static class Orders {
    @GET
    public String fail() {
      throw new IllegalStateException("out of stock");
    }
  }

  static final class ToServerError implements ExceptionMapper<IllegalStateException> {
    @Override
    public Response toResponse(IllegalStateException failure) {
      return Response.serverError().build();
    }
  }

  @Test
  void jaegerGetsAnEventWithTheStack(@Shown("ToJaeger") Snippet shown) throws Exception {
    assertThat(reported(shown.with("localhost:4318", backend.authority())))
        .contains("/v1/traces", "exception.type", "exception.stacktrace", AT);
  }

  @Test
  void zipkinGetsAnAnnotationWithTheStack(@Shown("ToZipkin") Snippet shown) throws Exception {
    assertThat(reported(shown.with("localhost:9411", backend.authority())))
        .contains("/api/v2/spans", "\"exception\\\":", "exception.stacktrace", AT.substring(1));
  }

  @Test
  void braveWritesAnAnnotationWithoutStack(@Shown("OnBrave") Snippet shown) throws Exception {
    assertThat(reported(shown.with("localhost:9411", backend.authority())))
        .contains(
            "\"event=error error.object=java.lang.IllegalStateException: out of stock\"",
            "\"error\":\"true\"")
        .doesNotContain(AT.substring(1));
  }

  @Test
  void braveWritesTheStackWhereTheFeatureDoes(@Shown("OnBrave") Snippet shown) throws Exception {
    expandErrorLogs = true;

    assertThat(reported(shown.with("localhost:9411", backend.authority())))
        .contains("error.kind=", AT.substring(1));
  }

  @Test
  void jaegerClientWritesTheStack(@Shown("OnJaegerClient") Snippet shown) throws Exception {
    assertThat(reported(shown.with("localhost:14268", backend.authority())))
        .contains("/api/traces", "error.kind", "stack", AT);
  }

  @Test
  void jaegerClientWritesNoStackUnlessAsked(@Shown("OnJaegerClient") Snippet shown)
      throws Exception {
    Snippet unasked = shown.with(".withExpandExceptionLogs()", "");

    assertThat(reported(unasked.with("localhost:14268", backend.authority())))
        .contains("error.object")
        .doesNotContain("error.kind", AT);
  }

  @Test
  void datadogWritesTheStackAsATag(@Shown("OnDatadog") Snippet shown) throws Exception {
    System.setProperty("dd.trace.agent.port", Integer.toString(backend.port()));
    Snippet told = shown.with("builder()", "builder().withProperties(System.getProperties())");

    assertThat(reported(told)).contains("/v0.4/traces", "error.type", "error.stack", AT);
  }

  @Test
  void yourSdkKeepsOneTrace(@Shown("OnYourSdk") Snippet shown) throws Exception {
    assertThat(
            traces(
                tracers -> {
                  try {
                    return shown.call(Tracer.class, "tracer", tracers);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }))
        .isEqualTo(1);
  }

  @Test
  void anSdkWithoutPropagatorsMakesTwoTraces() {
    assertThat(
            traces(
                tracers ->
                    OpenTelemetryTracer.of(
                        OpenTelemetrySdk.builder().setTracerProvider(tracers).build())))
        .isEqualTo(2);
  }

  private long traces(Function<SdkTracerProvider, Tracer> tracer) {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    SdkTracerProvider tracers =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    callAndFail(tracer.apply(tracers));
    awaitSoon().until(() -> exporter.getFinishedSpanItems().size() == 2);
    return exporter.getFinishedSpanItems().stream().map(SpanData::getTraceId).distinct().count();
  }

  private String reported(Snippet shown) throws Exception {
    Tracer tracer = shown.call(Tracer.class, "tracer");
    callAndFail(tracer);
    tracer.close();
    awaitSoon().until(this::hasBothSpans);
    return backend.text();
  }

  private boolean hasBothSpans() {
    String text = backend.text().toLowerCase(Locale.ROOT); // as Zipkin's names are
    return text.contains("get:/orders/{id}") && text.contains("peer.hostname");
  }

  private void callAndFail(Tracer tracer) {
    Client client = ClientBuilder.newBuilder().register(new ClientTracingFeature(tracer)).build();
    try (ServedApplication server =
        new ServedApplication(
            new ResourceConfig(Orders.class, ToServerError.class)
                .property(ServerTracingProperties.EXPAND_ERROR_LOGS, expandErrorLogs)
                .register(TracingFeature.builder().tracer(tracer).traceAll().build()))) {
      assertThat(client.target(server.uri("/orders/17")).request().get().getStatus())
          .isEqualTo(500);
    } finally {
      client.close();
    }
  }
}
