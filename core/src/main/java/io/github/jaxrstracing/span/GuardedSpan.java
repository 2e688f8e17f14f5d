// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.TagSink;
import io.opentracing.References;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.tag.Tags;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One span and every call into it: none of them throws, and the span is finished once, however
 * often that is asked for. Its life is: created, {@link #build built}, tagged, {@link #start
 * started}, tagged, {@link #finish finished}; where the tracer fails, the later calls do nothing.
 *
 * <p>Only tags are public, since code of the user gets this object as {@link TagSink}.
 */
public abstract class GuardedSpan implements TagSink {
  private static final VarHandle FINISHED = finishedHandle();

  private final GuardedTracer tracer;
  private Tracer.@Nullable SpanBuilder builder;
  private @Nullable Span span;

  // Until the span is built: when it was created, by System.nanoTime(). Afterwards what leads from
  // there to the time of day, for this span: both its ends are read from one clock, so that no
  // tracer sees a negative duration.
  private long clock;

  private volatile boolean finished;

  /**
   * Creates a span that has no builder yet.
   *
   * @param tracer makes the span
   */
  protected GuardedSpan(GuardedTracer tracer) {
    this(tracer, 0);
  }

  /**
   * Creates a span that has no builder yet.
   *
   * @param tracer makes the span
   * @param createdNanos when that was, by {@link System#nanoTime()}, for {@link #buildLate}
   */
  protected GuardedSpan(GuardedTracer tracer, long createdNanos) {
    this.tracer = tracer;
    this.clock = createdNanos;
  }

  private static VarHandle finishedHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(GuardedSpan.class, "finished", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * Makes the builder of the span, to be tagged and started.
   *
   * @param operationName the name of the span
   * @param parent the parent, or {@code null} for a root span; the active span is never taken
   * @param startNanos when the span began, by {@link System#nanoTime()}
   */
  protected final void build(String operationName, @Nullable SpanContext parent, long startNanos) {
    buildBelowActive(operationName, startNanos);
    ignoreActiveSpan();
    childOf(parent);
  }

  /**
   * Makes the builder of a span that began when this object was created.
   *
   * @param operationName the name of the span
   * @param parent the parent, or {@code null} for a root span; the active span is never taken
   */
  protected final void buildLate(String operationName, @Nullable SpanContext parent) {
    build(operationName, parent, clock);
  }

  /**
   * Makes the builder of a span below the one that is active on this thread, which costs a tracer
   * less than a parent that it is given.
   *
   * @param operationName the name of the span
   * @param startNanos when the span began, by {@link System#nanoTime()}
   */
  protected final void buildBelowActive(String operationName, long startNanos) {
    clock = EpochOffset.microsAt(System.nanoTime());
    builder = tracer.build(operationName);
    startAt(clock + EpochOffset.toMicros(startNanos));
  }

  private void ignoreActiveSpan() {
    try {
      if (builder != null) {
        keep(builder.ignoreActiveSpan());
      }
    } catch (Throwable t) {
      guard().caught("SpanBuilder.ignoreActiveSpan", t);
    }
  }

  private void startAt(long micros) {
    try {
      if (builder != null) {
        keep(builder.withStartTimestamp(micros));
      }
    } catch (Throwable t) {
      guard().caught("SpanBuilder.withStartTimestamp", t);
    }
  }

  private void childOf(@Nullable SpanContext parent) {
    try {
      if (builder != null && parent != null) {
        keep(builder.addReference(References.CHILD_OF, parent));
      }
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
  protected final GuardedTracer tracer() {
    return tracer;
  }

  /**
   * Sets a text tag, on the builder before the span has started, where samplers see it. A value
   * that is too long is cut.
   *
   * @param key the tag's name
   * @param value the tag's value; {@code null} and the empty string set nothing
   */
  @Override
  public final void tag(String key, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return;
    }
    try {
      if (builder != null) {
        keep(builder.withTag(key, detail().cut(value)));
      } else if (span != null) {
        span.setTag(key, detail().cut(value));
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
  @Override
  public final void tag(String key, Number value) {
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
  @Override
  public final void tag(String key, boolean value) {
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
  protected final @Nullable Span start() {
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
  protected final void rename(@Nullable String operationName) {
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
  protected final @Nullable Span span() {
    return span;
  }

  /**
   * The context of the span, for its children and for the wire.
   *
   * @return the context, or {@code null} where there is no span
   */
  protected final @Nullable SpanContext context() {
    return span == null ? null : GuardedTracer.contextOf(span, guard());
  }

  /**
   * The id of the trace that the span belongs to.
   *
   * @return the id, or {@code null} where there is no span
   */
  protected final @Nullable String traceId() {
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
  final void tagBaggage(String item) {
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
  protected final void tagRemote(SpanContext remote) {
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
  protected final @Nullable Scope activate() {
    return tracer.activate(span);
  }

  /**
   * Marks the span as failed: logs the exception and sets the tag {@code error}.
   *
   * @param error the exception
   */
  protected final void fail(Throwable error) {
    tag(Tags.ERROR.getKey(), true);
    log(error);
  }

  /** How much the span tells. */
  SpanDetail detail() {
    return SpanDetail.DEFAULT;
  }

  /**
   * Logs an exception on the span, with the fields {@code event} and {@code error.object}, and with
   * {@code error.kind}, {@code message} and {@code stack} where that is switched on.
   *
   * @param error the exception
   */
  protected final void log(Throwable error) {
    if (span == null) {
      return;
    }
    try {
      span.log(ErrorFields.of(error, detail().expandErrorLogs()));
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
  protected final void finish() {
    if (claimEnd()) {
      finishClaimed();
    }
  }

  /**
   * Whether the span is finished, or about to be.
   *
   * @return {@code false} also before it has started
   */
  protected final boolean isFinished() {
    return finished;
  }

  /** Whether this is the first call, so that the caller alone sets the last tags and finishes. */
  final boolean claimEnd() {
    return span != null && FINISHED.compareAndSet(this, false, true);
  }

  /** Finishes the span whose end was claimed. */
  final void finishClaimed() {
    if (span == null) {
      return;
    }
    try {
      span.finish(clock + EpochOffset.toMicros(System.nanoTime()));
    } catch (Throwable t) {
      guard().caught("Span.finish", t);
    }
  }
}
