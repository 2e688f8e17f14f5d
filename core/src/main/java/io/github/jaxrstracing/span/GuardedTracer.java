// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.log.LogCorrelation;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMap;
import org.jspecify.annotations.Nullable;

/**
 * A tracer whose calls never throw: what it throws goes to the {@link Guard}. This class and {@link
 * GuardedSpan} are the only callers of a tracer, of its spans and of its scopes.
 */
public final class GuardedTracer {
  private final Tracer tracer;
  private final Guard guard;
  private final @Nullable LogCorrelation correlation;

  /**
   * Creates a guarded tracer.
   *
   * @param tracer the tracer
   * @param guard takes what the tracer throws
   */
  public GuardedTracer(Tracer tracer, Guard guard) {
    this(tracer, guard, null);
  }

  GuardedTracer(Tracer tracer, Guard guard, @Nullable LogCorrelation correlation) {
    this.tracer = tracer;
    this.guard = guard;
    this.correlation = correlation;
  }

  /**
   * What takes the exceptions of this tracer.
   *
   * @return the guard
   */
  public Guard guard() {
    return guard;
  }

  /**
   * The tracer itself.
   *
   * @return the tracer that is guarded
   */
  public Tracer unguarded() {
    return tracer;
  }

  /**
   * The span that is active on this thread.
   *
   * @return the span, or {@code null} when none is active
   */
  public @Nullable Span activeSpan() {
    try {
      return tracer.activeSpan();
    } catch (Throwable t) {
      guard.caught("Tracer.activeSpan", t);
      return null;
    }
  }

  /**
   * The context of the span that is active on this thread.
   *
   * @return the context, or {@code null} when no span is active
   */
  public @Nullable SpanContext activeContext() {
    Span active = activeSpan();
    return active == null ? null : contextOf(active, guard);
  }

  /**
   * The context of a span.
   *
   * @param span the span
   * @param guard takes what the span throws
   * @return the context, or {@code null} when the span has none
   */
  public static @Nullable SpanContext contextOf(Span span, Guard guard) {
    try {
      SpanContext context = span.context();
      if (context == null) {
        guard.warn("Span.context gave null: such a span has no children and no trace id.");
      }
      return context;
    } catch (Throwable t) {
      guard.caught("Span.context", t);
      return null;
    }
  }

  /**
   * Reads the context that came with a request.
   *
   * @param carrier the headers of the request
   * @return the context, or {@code null} when there is none
   */
  public @Nullable SpanContext extract(TextMap carrier) {
    try {
      return tracer.extract(Format.Builtin.HTTP_HEADERS, carrier);
    } catch (Throwable t) {
      guard.caught("Tracer.extract", t);
      return null;
    }
  }

  /**
   * Writes a context to a request.
   *
   * @param context the context, or {@code null} for nothing to write
   * @param carrier the headers of the request
   */
  public void inject(@Nullable SpanContext context, TextMap carrier) {
    if (context == null) {
      return;
    }
    try {
      tracer.inject(context, Format.Builtin.HTTP_HEADERS, carrier);
    } catch (Throwable t) {
      guard.caught("Tracer.inject", t);
    }
  }

  /**
   * Makes a span the active one of this thread.
   *
   * @param span the span, or {@code null} for nothing to do
   * @return what {@link #close} takes, on the same thread; {@code null} where nothing was activated
   */
  public @Nullable Scope activate(@Nullable Span span) {
    if (span == null) {
      return null;
    }
    Scope scope;
    try {
      scope = tracer.activateSpan(span);
    } catch (Throwable t) {
      guard.caught("Tracer.activateSpan", t);
      return null;
    }
    return correlation == null || scope == null ? scope : correlated(scope, span, correlation);
  }

  private Scope correlated(Scope scope, Span span, LogCorrelation ids) {
    SpanContext context = contextOf(span, guard);
    LogCorrelation.Before before = context == null ? null : ids.put(context);
    return () -> {
      try {
        scope.close();
      } finally {
        ids.restore(before);
      }
    };
  }

  /**
   * Makes a span inactive again.
   *
   * @param scope what {@link #activate} returned on this thread
   */
  public void close(@Nullable Scope scope) {
    if (scope == null) {
      return;
    }
    try {
      scope.close();
    } catch (Throwable t) {
      guard.caught("Scope.close", t);
    }
  }

  Tracer.@Nullable SpanBuilder build(String operationName) {
    try {
      return tracer.buildSpan(operationName);
    } catch (Throwable t) {
      guard.caught("Tracer.buildSpan", t);
      return null;
    }
  }
}
