// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.References;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.log.Fields;
import io.opentracing.tag.Tags;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One span and every call into its tracer: none of them throws, and the span is finished once,
 * however often that is asked for. {@link #open}, {@link #start} and {@link #finish} are called in
 * this order; where the tracer fails the later ones do nothing.
 */
public class GuardedSpan extends GuardedTags {
  private static final AtomicIntegerFieldUpdater<GuardedSpan> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(GuardedSpan.class, "ended");

  private final long startMicros;
  private final long startNanos;

  @SuppressWarnings("UnusedVariable") // ENDED reads it
  private volatile int ended;

  /**
   * Notes the time: this is when the span begins, although it is started later.
   *
   * @param guard takes what the tracer throws
   */
  public GuardedSpan(Guard guard) {
    super(guard);
    Instant now = Instant.now();
    this.startMicros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    this.startNanos = System.nanoTime();
  }

  /**
   * The context of the span that is active on this thread.
   *
   * @param tracer the tracer
   * @param guard takes what the tracer throws
   * @return the context, or {@code null} when no span is active
   */
  public static @Nullable SpanContext activeContext(Tracer tracer, Guard guard) {
    try {
      Span active = tracer.activeSpan();
      return active == null ? null : active.context();
    } catch (Throwable t) {
      guard.caught("Tracer.activeSpan", t);
      return null;
    }
  }

  /**
   * Opens the builder of the span. Tags set from now on are seen by the tracer's sampler.
   *
   * @param tracer the tracer
   * @param operationName the name of the span
   * @param referenceType how the parent is meant, see {@link io.opentracing.References}
   * @param parent the parent, or {@code null} for a root span; the active span is never taken
   */
  public final void open(
      Tracer tracer, String operationName, String referenceType, @Nullable SpanContext parent) {
    try {
      builder = tracer.buildSpan(operationName);
    } catch (Throwable t) {
      guard.caught("Tracer.buildSpan", t);
    }
    if (builder == null) {
      return;
    }
    try {
      keep(builder.ignoreActiveSpan());
    } catch (Throwable t) {
      guard.caught("SpanBuilder.ignoreActiveSpan", t);
    }
    try {
      keep(builder.withStartTimestamp(startMicros));
    } catch (Throwable t) {
      guard.caught("SpanBuilder.withStartTimestamp", t);
    }
    if (parent == null) {
      return;
    }
    try {
      keep(builder.addReference(referenceType, parent));
    } catch (Throwable t) {
      guard.caught("SpanBuilder.addReference", t);
    }
  }

  /**
   * Opens the builder of a span below another one.
   *
   * @param tracer the tracer
   * @param operationName the name of the span
   * @param parent the parent; without a span there, or without a context, this one is a root
   */
  public final void openChild(Tracer tracer, String operationName, GuardedSpan parent) {
    open(tracer, operationName, References.CHILD_OF, parent.context());
  }

  private @Nullable SpanContext context() {
    try {
      return span == null ? null : span.context();
    } catch (Throwable t) {
      guard.caught("Span.context", t);
      return null;
    }
  }

  /**
   * Starts the span.
   *
   * @return the span, or {@code null} when the tracer failed to make one
   */
  public final @Nullable Span start() {
    Tracer.SpanBuilder ready = builder;
    builder = null;
    if (ready != null) {
      try {
        span = ready.start();
      } catch (Throwable t) {
        guard.caught("SpanBuilder.start", t);
      }
    }
    return span;
  }

  /**
   * The span.
   *
   * @return the span, or {@code null} before it is started and where the tracer failed to make one
   */
  public final @Nullable Span span() {
    return span;
  }

  /**
   * Makes the span the active one of this thread.
   *
   * @param tracer the tracer that the span is from
   * @return what {@link #close} takes, on the same thread; {@code null} without a span and where
   *     the tracer failed
   */
  public final @Nullable Scope activate(Tracer tracer) {
    if (span == null) {
      return null;
    }
    try {
      return tracer.activateSpan(span);
    } catch (Throwable t) {
      guard.caught("Tracer.activateSpan", t);
      return null;
    }
  }

  /**
   * Makes the span inactive again.
   *
   * @param scope what {@link #activate} returned on this thread
   */
  public final void close(@Nullable Scope scope) {
    if (scope == null) {
      return;
    }
    try {
      scope.close();
    } catch (Throwable t) {
      guard.caught("Scope.close", t);
    }
  }

  /**
   * Marks the span as failed: logs the exception and sets the tag {@code error}.
   *
   * @param error the exception
   */
  public final void fail(Throwable error) {
    tag(Tags.ERROR.getKey(), true);
    log(error);
  }

  /**
   * Takes an exception out of what only carries it: {@link CompletionException}, {@link
   * ExecutionException} and one more.
   *
   * @param thrown the exception
   * @param wrapper what else only carries exceptions where this one comes from
   * @return the innermost exception that is no carrier, or a carrier without a cause
   */
  public static Throwable unwrap(Throwable thrown, Class<? extends Throwable> wrapper) {
    Throwable cause = thrown.getCause();
    boolean isWrapper =
        wrapper.isInstance(thrown)
            || thrown instanceof CompletionException
            || thrown instanceof ExecutionException;
    return isWrapper && cause != null ? unwrap(cause, wrapper) : thrown;
  }

  /** Finishes the span; only the first call does anything. */
  public void finish() {
    if (end()) {
      finishEnded();
    }
  }

  /**
   * Claims the end of the span, so that exactly one caller writes the last tags.
   *
   * @return whether this is the first call and there is a span
   */
  protected final boolean end() {
    return span != null && ENDED.compareAndSet(this, 0, 1);
  }

  /**
   * Logs an exception on the span, with the fields {@code event} and {@code error.object}.
   *
   * @param error the exception
   */
  public final void log(Throwable error) {
    if (span == null) {
      return;
    }
    try {
      span.log(Map.of(Fields.EVENT, "error", Fields.ERROR_OBJECT, error));
    } catch (Throwable t) {
      guard.caught("Span.log", t);
    }
  }

  /** Finishes the span; {@link #end} must have said so. */
  protected final void finishEnded() {
    if (span == null) {
      return;
    }
    try {
      // Both ends by one clock, so that no tracer sees a negative duration.
      span.finish(startMicros + (System.nanoTime() - startNanos) / 1_000);
    } catch (Throwable t) {
      guard.caught("Span.finish", t);
    }
  }
}
