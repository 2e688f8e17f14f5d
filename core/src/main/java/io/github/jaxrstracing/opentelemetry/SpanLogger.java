// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.System.Logger.Level;

/** Writes each finished span as one line to the log. */
final class SpanLogger implements SpanProcessor {
  private static final System.Logger LOGGER = System.getLogger("io.github.jaxrstracing.spans");

  @Override
  public void onEnd(ReadableSpan ended) {
    if (LOGGER.isLoggable(Level.INFO)) {
      LOGGER.log(Level.INFO, line(ended.toSpanData()));
    }
  }

  private static String line(SpanData span) {
    // A name that came from outside must not begin a line of its own.
    String name = span.getName().replaceAll("\\R", " ");
    String parent =
        span.getParentSpanContext().isValid() ? " parent=" + span.getParentSpanId() : "";
    String error = span.getStatus().getStatusCode() == StatusCode.ERROR ? " ERROR" : "";
    long micros = (span.getEndEpochNanos() - span.getStartEpochNanos()) / 1_000;
    return span.getKind()
        + " \""
        + name
        + "\" trace="
        + span.getTraceId()
        + " span="
        + span.getSpanId()
        + parent
        + ' '
        + micros
        + " us"
        + error;
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}
}
