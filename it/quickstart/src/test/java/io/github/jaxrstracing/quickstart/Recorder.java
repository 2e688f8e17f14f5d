// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes spans of known times. A span that is not ended is one that never arrived. */
final class Recorder {
  private static final long EPOCH_MILLIS = 1_000_000;

  private final Collector collector = new Collector();

  Span root(String service, String name, long startMillis) {
    return start(Context.root(), service, SpanKind.SERVER, name, startMillis);
  }

  Span child(Span parent, String service, SpanKind kind, String name, long startMillis) {
    return start(Context.root().with(parent), service, kind, name, startMillis);
  }

  private Span start(Context parent, String service, SpanKind kind, String name, long startMillis) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(Resource.create(Attributes.of(Telemetry.SERVICE_NAME, service)))
            .addSpanProcessor(SimpleSpanProcessor.create(collector))
            .build();
    return provider
        .get("test")
        .spanBuilder(name)
        .setParent(parent)
        .setSpanKind(kind)
        .setStartTimestamp(EPOCH_MILLIS + startMillis, TimeUnit.MILLISECONDS)
        .startSpan();
  }

  void end(Span span, long millis) {
    span.end(EPOCH_MILLIS + millis, TimeUnit.MILLISECONDS);
  }

  List<SpanData> spans() {
    return collector.spans();
  }

  List<Trace> traces() {
    return Trace.of(spans());
  }
}
