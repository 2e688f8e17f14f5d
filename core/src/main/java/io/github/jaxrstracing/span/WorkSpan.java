// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.opentracing.Scope;
import io.opentracing.SpanContext;
import org.jspecify.annotations.Nullable;

/** The span of a piece of work that begins now: a business method, or an entity. */
public final class WorkSpan extends GuardedSpan {
  private final SpanDetail detail;

  /**
   * Creates a span of a root or of a child; it is not started yet.
   *
   * @param tracer makes the span
   * @param operationName the name of the span
   * @param parent the parent, or {@code null} for a root span; the active span is never taken
   */
  public WorkSpan(GuardedTracer tracer, String operationName, @Nullable SpanContext parent) {
    this(tracer, operationName, parent, SpanDetail.DEFAULT);
  }

  WorkSpan(
      GuardedTracer tracer, String operationName, @Nullable SpanContext parent, SpanDetail detail) {
    super(tracer);
    this.detail = detail;
    build(operationName, parent, System.nanoTime());
  }

  /**
   * Starts the span and makes it the active one of this thread.
   *
   * @return what {@link GuardedTracer#close} takes, on the same thread; {@code null} without a span
   */
  public @Nullable Scope begin() {
    start();
    return activate();
  }

  /**
   * Finishes the span; only the first call does anything.
   *
   * @param thrown why the work failed, or {@code null}
   */
  public void end(@Nullable Throwable thrown) {
    if (thrown != null) {
      fail(thrown);
    }
    finish();
  }

  @Override
  SpanDetail detail() {
    return detail;
  }
}
