// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentracing.Tracer;
import io.opentracing.tag.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanKindExporterTest {
  private final Collector collector = new Collector();
  private final Tracer tracer = tracer(new SpanKindExporter(collector));

  @ParameterizedTest
  @CsvSource({
    "server, SERVER",
    "client, CLIENT",
    "producer, PRODUCER",
    "consumer, CONSUMER",
    "strange, INTERNAL"
  })
  void givesTheSpanTheKindOfItsTag(String tag, SpanKind kind) {
    tracer.buildSpan("load-order").withTag(Tags.SPAN_KIND, tag).start().finish();

    assertThat(span().getKind()).isEqualTo(kind);
  }

  @Test
  void seesATagThatIsSetAfterTheStart() {
    tracer.buildSpan("load-order").start().setTag(Tags.SPAN_KIND, "server").finish();

    assertThat(span().getKind()).isEqualTo(SpanKind.SERVER);
  }

  @Test
  void leavesASpanWithoutTagInternal() {
    tracer.buildSpan("load-order").start().finish();

    assertThat(span().getKind()).isEqualTo(SpanKind.INTERNAL);
  }

  @Test
  void leavesEverythingElseAsItIs() {
    tracer
        .buildSpan("load-order")
        .withTag(Tags.SPAN_KIND, "server")
        .withTag(Tags.HTTP_STATUS, 200)
        .start()
        .finish();

    assertThat(span().getName()).isEqualTo("load-order");
    assertThat(span().getAttributes().asMap())
        .containsEntry(AttributeKey.stringKey("span.kind"), "server")
        .containsEntry(AttributeKey.longKey("http.status_code"), 200L);
    assertThat(span().hasEnded()).isTrue();
  }

  // When this fails, the shim has learned it, and SpanKindExporter can go.
  @Test
  void isNeededBecauseTheShimDoesNotSetTheKind() {
    tracer(collector).buildSpan("load-order").withTag(Tags.SPAN_KIND, "server").start().finish();

    assertThat(span().getKind()).isEqualTo(SpanKind.INTERNAL);
  }

  private static Tracer tracer(SpanExporter exporter) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    W3CTraceContextPropagator w3c = W3CTraceContextPropagator.getInstance();
    return OpenTracingShim.createTracerShim(provider, w3c, w3c);
  }

  private SpanData span() {
    assertThat(collector.spans()).hasSize(1);
    return collector.spans().get(0);
  }
}
