// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

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
 * @param tags without kind and error; whole numbers are integers, or text where {@link
 *     TestTracer#keepsOnlyText()}
 * @param isError whether the span is marked as an error
 * @param logs each event as text; that of an exception names its class and message
 * @param exceptions those that were logged as errors; none where {@link TestTracer#keepsOnlyText()}
 */
public record FinishedSpan(
    String name,
    String traceId,
    String spanId,
    @Nullable String parentId,
    @Nullable String kind,
    long startMicros,
    long endMicros,
    Map<String, Object> tags,
    boolean isError,
    List<String> logs,
    List<Throwable> exceptions) {
  /** The tag {@code http.status_code} as text, or an empty string. */
  public String status() {
    return String.valueOf(tags.getOrDefault("http.status_code", ""));
  }

  /** {@code traceId/spanId}, as in {@link TestTracer#idsIn}. */
  public String ids() {
    return traceId + '/' + spanId;
  }
}
