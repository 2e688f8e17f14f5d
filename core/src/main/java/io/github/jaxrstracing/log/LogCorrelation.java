// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import io.github.jaxrstracing.span.Guard;
import io.opentracing.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ids of a trace and a span where the lines of the log can show them: SLF4J's MDC, or
 * Log4j's ThreadContext where SLF4J has none. What stood there before comes back.
 */
public final class LogCorrelation {
  private static final Before NOTHING = new Before(null, null);

  private final String traceIdKey;
  private final String spanIdKey;
  private final ThreadValues values;
  private final Guard guard;

  private LogCorrelation(String traceIdKey, String spanIdKey, ThreadValues values, Guard guard) {
    this.traceIdKey = traceIdKey;
    this.spanIdKey = spanIdKey;
    this.values = values;
    this.guard = guard;
  }

  /**
   * Finds the place for the ids.
   *
   * @param traceIdKey the key of the trace id, such as {@code trace_id}
   * @param spanIdKey the key of the span id, such as {@code span_id}
   * @param guard takes what tracers and logging frameworks throw
   * @return the correlation, or {@code null}, after one warning, where there is no place
   */
  public static @Nullable LogCorrelation of(String traceIdKey, String spanIdKey, Guard guard) {
    ThreadValues values = ThreadValues.find(guard);
    return values == null ? null : new LogCorrelation(traceIdKey, spanIdKey, values, guard);
  }

  /**
   * Puts the ids of a span on this thread.
   *
   * @param context the context of the span
   * @return what {@link #restore} takes, on the same thread; {@code null} when nothing was put
   */
  public @Nullable Before put(SpanContext context) {
    Before before = null;
    try {
      String traceId = context.toTraceId();
      String spanId = context.toSpanId();
      if (traceId == null || traceId.isEmpty() || spanId == null || spanId.isEmpty()) {
        return null;
      }
      before = before(values.get(traceIdKey), values.get(spanIdKey));
      values.put(traceIdKey, traceId);
      values.put(spanIdKey, spanId);
    } catch (Throwable t) {
      guard.caught("Putting trace and span id into the log's context", t);
    }
    return before;
  }

  private static Before before(@Nullable String traceId, @Nullable String spanId) {
    return traceId == null && spanId == null ? NOTHING : new Before(traceId, spanId);
  }

  /**
   * Brings back what stood there before.
   *
   * @param before what {@link #put} returned on this thread
   */
  public void restore(@Nullable Before before) {
    if (before == null) {
      return;
    }
    try {
      restore(traceIdKey, before.traceId);
      restore(spanIdKey, before.spanId);
    } catch (Throwable t) {
      guard.caught("Taking trace and span id out of the log's context", t);
    }
  }

  private void restore(String key, @Nullable String value) {
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
  }

  /** What stood on the thread before the ids of a span were put there. */
  public static final class Before {
    private final @Nullable String traceId;
    private final @Nullable String spanId;

    private Before(@Nullable String traceId, @Nullable String spanId) {
      this.traceId = traceId;
      this.spanId = spanId;
    }
  }
}
