// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static java.util.stream.Collectors.toList;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentracing.tag.Tags;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * Gives spans their kind. The OpenTracing shim leaves the tag {@code span.kind} an attribute and
 * the kind of every span INTERNAL, from which no backend can draw a map of services.
 */
final class SpanKindExporter implements SpanExporter {
  private static final AttributeKey<String> TAG = AttributeKey.stringKey(Tags.SPAN_KIND.getKey());

  private static final Map<String, SpanKind> KINDS =
      Map.of(
          Tags.SPAN_KIND_CLIENT, SpanKind.CLIENT,
          Tags.SPAN_KIND_CONSUMER, SpanKind.CONSUMER,
          Tags.SPAN_KIND_PRODUCER, SpanKind.PRODUCER,
          Tags.SPAN_KIND_SERVER, SpanKind.SERVER);

  private final SpanExporter next;

  SpanKindExporter(SpanExporter next) {
    this.next = next;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return next.export(spans.stream().map(SpanKindExporter::mend).collect(toList()));
  }

  private static SpanData mend(SpanData span) {
    String tag = span.getAttributes().get(TAG);
    if (tag == null || span.getKind() != SpanKind.INTERNAL) {
      return span;
    }
    SpanKind kind = KINDS.get(tag.toLowerCase(Locale.ROOT));
    return kind == null ? span : new SpanOfKind(span, kind);
  }

  @Override
  public CompletableResultCode flush() {
    return next.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return next.shutdown();
  }

  private static final class SpanOfKind extends DelegatingSpanData {
    private final SpanKind kind;

    SpanOfKind(SpanData span, SpanKind kind) {
      super(span);
      this.kind = kind;
    }

    @Override
    public SpanKind getKind() {
      return kind;
    }
  }
}
