// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.opentracing.References;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.tag.Tags;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One span and every call into it: none of them throws, and the span is finished once, however
 * often that is asked for. Its life is: created, tagged, {@link #start started}, tagged, {@link
 * #finish finished}; where the tracer fails, the later calls do nothing.
 */
public final class GuardedSpan {
  private static final AtomicIntegerFieldUpdater<GuardedSpan> FINISHED =
      AtomicIntegerFieldUpdater.newUpdater(GuardedSpan.class, "finished");

  private final GuardedTracer tracer;
  private final long startMicros;
  private final long startNanos;
  private Tracer.@Nullable SpanBuilder builder;
  private @Nullable Span span;

  private SpanDetail detail = SpanDetail.DEFAULT;

  @SuppressWarnings("UnusedVariable") // FINISHED reads it
  private volatile int finished;

  /**
   * Creates a span that begins now.
   *
   * @param tracer makes the span
   * @param operationName the name of the span
   * @param parent the parent, or {@code null} for a root span; the active span is never taken
   */
  public GuardedSpan(GuardedTracer tracer, String operationName, @Nullable SpanContext parent) {
    this(tracer, operationName, parent, nowMicros(), System.nanoTime());
  }

  /**
   * Creates a span that began earlier.
   *
   * @param tracer makes the span
   * @param operationName the name of the span
   * @param parent the parent, or {@code null} for a root span; the active span is never taken
   * @param startMicros when it began, in microseconds since the epoch
   * @param startNanos the same instant as {@link System#nanoTime()}
   */
  public GuardedSpan(
      GuardedTracer tracer,
      String operationName,
      @Nullable SpanContext parent,
      long startMicros,
      long startNanos) {
    this.tracer = tracer;
    this.startMicros = startMicros;
    this.startNanos = startNanos;
    this.builder = tracer.build(operationName);
    prepare(parent);
  }

  /**
   * The time of day.
   *
   * @return microseconds since the epoch
   */
  public static long nowMicros() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  private void prepare(@Nullable SpanContext parent) {
    Tracer.SpanBuilder made = builder;
    if (made == null) {
      return;
    }
    try {
      keep(made.ignoreActiveSpan());
    } catch (Throwable t) {
      guard().caught("SpanBuilder.ignoreActiveSpan", t);
    }
    try {
      keep(made.withStartTimestamp(startMicros));
    } catch (Throwable t) {
      guard().caught("SpanBuilder.withStartTimestamp", t);
    }
    if (parent == null) {
      return;
    }
    try {
      keep(made.addReference(References.CHILD_OF, parent));
    } catch (Throwable t) {
      guard().caught("SpanBuilder.addReference", t);
    }
  }

  // A builder that returns null instead of itself is still the builder.
  private void keep(Tracer.@Nullable SpanBuilder returned) {
    if (returned != null) {
      builder = returned;
    }
  }

  private Guard guard() {
    return tracer.guard();
  }

  /**
   * The tracer of this span.
   *
   * @return the tracer that makes it
   */
  public GuardedTracer tracer() {
    return tracer;
  }

  /**
   * Sets a text tag, on the builder before the span has started, where samplers see it. A value
   * that is too long is cut.
   *
   * @param key the tag's name
   * @param value the tag's value; {@code null} and the empty string set nothing
   */
  public void tag(String key, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return;
    }
    try {
      if (builder != null) {
        keep(builder.withTag(key, detail.cut(value)));
      } else if (span != null) {
        span.setTag(key, detail.cut(value));
      }
    } catch (Throwable t) {
      guard().caught("Setting a tag", t);
    }
  }

  /**
   * Sets a numeric tag.
   *
   * @param key the tag's name
   * @param value the tag's value
   */
  public void tag(String key, Number value) {
    try {
      if (builder != null) {
        keep(builder.withTag(key, value));
      } else if (span != null) {
        span.setTag(key, value);
      }
    } catch (Throwable t) {
      guard().caught("Setting a tag", t);
    }
  }

  /**
   * Sets a boolean tag.
   *
   * @param key the tag's name
   * @param value the tag's value
   */
  public void tag(String key, boolean value) {
    try {
      if (builder != null) {
        keep(builder.withTag(key, value));
      } else if (span != null) {
        span.setTag(key, value);
      }
    } catch (Throwable t) {
      guard().caught("Setting a tag", t);
    }
  }

  /**
   * Starts the span.
   *
   * @return the span, or {@code null} when the tracer failed to make one
   */
  public @Nullable Span start() {
    Tracer.SpanBuilder ready = builder;
    builder = null;
    if (ready != null) {
      try {
        span = ready.start();
      } catch (Throwable t) {
        guard().caught("SpanBuilder.start", t);
      }
    }
    return span;
  }

  /**
   * Changes the name of the span after it has started.
   *
   * @param operationName the name; {@code null} and the empty string change nothing
   */
  public void rename(@Nullable String operationName) {
    if (span == null || operationName == null || operationName.isEmpty()) {
      return;
    }
    try {
      span.setOperationName(operationName);
    } catch (Throwable t) {
      guard().caught("Span.setOperationName", t);
    }
  }

  /**
   * The span itself.
   *
   * @return the span, or {@code null} before it is started and where the tracer failed to make one
   */
  public @Nullable Span span() {
    return span;
  }

  /**
   * The context of the span, for its children and for the wire.
   *
   * @return the context, or {@code null} where there is no span
   */
  public @Nullable SpanContext context() {
    return span == null ? null : GuardedTracer.contextOf(span, guard());
  }

  /**
   * The id of the trace that the span belongs to.
   *
   * @return the id, or {@code null} where there is no span
   */
  public @Nullable String traceId() {
    SpanContext context = context();
    try {
      return context == null ? null : context.toTraceId();
    } catch (Throwable t) {
      guard().caught("SpanContext.toTraceId", t);
      return null;
    }
  }

  /**
   * Sets a tag from an item of the span's baggage, which must have started.
   *
   * @param item the name of the item and of the tag
   */
  void tagBaggage(String item) {
    if (span == null) {
      return;
    }
    try {
      tag(item, span.getBaggageItem(item));
    } catch (Throwable t) {
      guard().caught("Span.getBaggageItem", t);
    }
  }

  /**
   * Names a span of somebody who is no parent of this one, with the tags {@code remote.trace_id}
   * and {@code remote.span_id}. A reference would not do: every known tracer takes one of any type
   * as the parent.
   *
   * @param remote the context of that span
   */
  public void tagRemote(SpanContext remote) {
    try {
      tag("remote.trace_id", remote.toTraceId());
      tag("remote.span_id", remote.toSpanId());
    } catch (Throwable t) {
      guard().caught("SpanContext.toTraceId", t);
    }
  }

  /**
   * Makes the span the active one of this thread.
   *
   * @return what {@link GuardedTracer#close} takes, on the same thread; {@code null} without a span
   */
  public @Nullable Scope activate() {
    return tracer.activate(span);
  }

  /**
   * Marks the span as failed: logs the exception and sets the tag {@code error}.
   *
   * @param error the exception
   */
  public void fail(Throwable error) {
    tag(Tags.ERROR.getKey(), true);
    log(error);
  }

  /** Chooses how much the span tells from now on. */
  void detail(SpanDetail chosen) {
    detail = chosen;
  }

  SpanDetail detail() {
    return detail;
  }

  /**
   * Logs an exception on the span, with the fields {@code event} and {@code error.object}, and with
   * {@code error.kind}, {@code message} and {@code stack} where that is switched on.
   *
   * @param error the exception
   */
  public void log(Throwable error) {
    if (span == null) {
      return;
    }
    try {
      span.log(ErrorFields.of(error, detail.expandErrorLogs()));
    } catch (Throwable t) {
      guard().caught("Span.log", t);
    }
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
    if (claimEnd()) {
      finishClaimed();
    }
  }

  /** Whether this is the first call, so that the caller alone sets the last tags and finishes. */
  boolean claimEnd() {
    return span != null && FINISHED.compareAndSet(this, 0, 1);
  }

  /** Finishes the span whose end was claimed. */
  void finishClaimed() {
    if (span == null) {
      return;
    }
    try {
      // Both ends by one clock, so that no tracer sees a negative duration.
      span.finish(startMicros + (System.nanoTime() - startNanos) / 1_000);
    } catch (Throwable t) {
      guard().caught("Span.finish", t);
    }
  }
}
