// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spans that share one trace id.
 *
 * @param id the trace id
 * @param spans the spans in the order of their start
 */
record Trace(String id, List<SpanData> spans) {
  Trace {
    spans = spans.stream().sorted(comparingLong(SpanData::getStartEpochNanos)).toList();
  }

  /** Sorts spans into traces, in the order in which the traces began. */
  static List<Trace> of(Collection<SpanData> spans) {
    return spans.stream().collect(groupingBy(SpanData::getTraceId)).entrySet().stream()
        .map(entry -> new Trace(entry.getKey(), entry.getValue()))
        .sorted(comparingLong(Trace::start))
        .toList();
  }

  static String serviceOf(SpanData span) {
    String name = span.getResource().getAttribute(Telemetry.SERVICE_NAME);
    return name == null ? "?" : name;
  }

  long start() {
    return spans.get(0).getStartEpochNanos();
  }

  /** Spans that never had a parent. */
  List<SpanData> roots() {
    return spans.stream().filter(span -> !span.getParentSpanContext().isValid()).toList();
  }

  /** Spans whose parent is missing. */
  List<SpanData> orphans() {
    return spans.stream()
        .filter(span -> span.getParentSpanContext().isValid() && parentOf(span) == null)
        .toList();
  }

  private @Nullable SpanData parentOf(SpanData span) {
    return spans.stream()
        .filter(other -> other.getSpanId().equals(span.getParentSpanId()))
        .findFirst()
        .orElse(null);
  }

  /** Service and kind of a span and the name of its parent: {@code stock SERVER under GET}. */
  String placeOf(SpanData span) {
    String place = serviceOf(span) + ' ' + span.getKind();
    if (!span.getParentSpanContext().isValid()) {
      return place;
    }
    SpanData parent = parentOf(span);
    return place + " under " + (parent == null ? "a span that is missing" : parent.getName());
  }

  List<SpanData> childrenOf(SpanData parent) {
    return spans.stream()
        .filter(span -> span.getParentSpanId().equals(parent.getSpanId()))
        .toList();
  }
}
