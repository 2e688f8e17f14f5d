// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import brave.Tracing;
import brave.sampler.RateLimitingSampler;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.server.TracingFeature;
import io.jaegertracing.Configuration;
import io.jaegertracing.Configuration.ReporterConfiguration;
import io.jaegertracing.Configuration.SamplerConfiguration;
import io.jaegertracing.internal.JaegerTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.stream.IntStream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the page says of sampling. */
@OnPage("docs/tracers.md")
@Timeout(60)
class SamplingTest {
  @Path("{any: .*}")
  public static class Anything {
    @GET
    public String get() {
      return "ok";
    }
  }

  @Test
  void rulesSeeTheResource(@Shown("ByResource") Snippet shown) throws Exception {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                shown
                    .call(SdkTracerProviderBuilder.class, "tracers")
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
    try (ServedApplication server =
        new ServedApplication(
            new ResourceConfig(Anything.class)
                .register(
                    TracingFeature.builder()
                        .tracer(OpenTelemetryTracer.of(sdk))
                        .traceAll()
                        .build()))) {
      for (int i = 0; i < 20; i++) {
        server.get("/health");
        server.get("/reports/1");
      }
      server.get("/orders");
    }

    assertThat(exporter.getFinishedSpanItems()).extracting(SamplingTest::url).contains("/orders");
    assertThat(exporter.getFinishedSpanItems())
        .extracting(SamplingTest::url)
        .doesNotContain("/health")
        .filteredOn("/reports/1"::equals)
        .hasSizeLessThan(10);
  }

  private static String url(SpanData span) {
    String url = span.getAttributes().get(AttributeKey.stringKey("http.url"));
    return url.replaceFirst("http://[^/]+", "");
  }

  @Test
  void braveLimitsTheRate() {
    try (Tracing tracing = Tracing.newBuilder().sampler(RateLimitingSampler.create(10)).build()) {
      assertThat(
              IntStream.range(0, 100)
                  .filter(i -> tracing.tracer().newTrace().context().sampled())
                  .count())
          .isBetween(1L, 50L);
    }
  }

  @Test
  void jaegerClientLimitsTheRate() {
    assertThat(sampled(new SamplerConfiguration().withType("ratelimiting").withParam(10)))
        .isBetween(1L, 50L);
  }

  @Test
  void jaegerClientWithoutASamplerTakesOneOfAThousand() {
    assertThat(sampled(new SamplerConfiguration())).isLessThan(20);
  }

  private static long sampled(SamplerConfiguration sampler) {
    Configuration configuration =
        new Configuration("test").withSampler(sampler).withReporter(new ReporterConfiguration());
    try (JaegerTracer tracer = configuration.getTracer()) {
      return IntStream.range(0, 1000)
          .filter(i -> tracer.buildSpan("span").start().context().isSampled())
          .limit(51)
          .count();
    }
  }
}
