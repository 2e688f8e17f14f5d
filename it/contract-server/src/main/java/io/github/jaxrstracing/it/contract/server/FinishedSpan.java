// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all tracers know of a span.
 *
 * @param name the operation name
 * @param traceId as {@link io.opentracing.SpanContext#toTraceId()} tells it
 * @param spanId as {@link io.opentracing.SpanContext#toSpanId()} tells it
 * @param parentId the parent's span id, or null for a root span
 * @param kind the span.kind in lower case, or null
 * @param startMicros the start, in microseconds since the epoch
 * @param endMicros the end, in microseconds since the epoch
 * @param tags the values as text, without kind and error
 * @param isError whether the span is marked as an error
 * @param logs each event as text; that of an exception names its class and message
 */
public record FinishedSpan(
    String name,
    String traceId,
    String spanId,
    @Nullable String parentId,
    @Nullable String kind,
    long startMicros,
    long endMicros,
    Map<String, String> tags,
    boolean isError,
    List<String> logs) {
  /**
   * The status that the span tells.
   *
   * @return the tag {@code http.status_code}, or an empty string
   */
  public String status() {
    return tags.getOrDefault("http.status_code", "");
  }
}
