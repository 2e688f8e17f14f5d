// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.comparison;

import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import org.jspecify.annotations.Nullable;

/** Drops Brave's spans, after those of the caller's trace are counted. */
final class CountingHandler extends SpanHandler {
  static final String TRACE_ID = "8448eb211c80319c";
  static final String SPAN_ID = "b7ad6b7169203331";

  private static final long TRACE = Long.parseUnsignedLong(TRACE_ID, 16);

  private int started;
  private int finished;

  int started() {
    return started;
  }

  int finished() {
    return finished;
  }

  @Override
  public boolean begin(TraceContext context, MutableSpan span, @Nullable TraceContext parent) {
    started++;
    return true;
  }

  @Override
  public boolean end(TraceContext context, MutableSpan span, Cause cause) {
    if (cause == Cause.FINISHED && context.traceId() == TRACE) {
      finished++;
    }
    return false;
  }
}
