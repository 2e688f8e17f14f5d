// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.TracingEnvironment;
import io.github.jaxrstracing.log.LogCorrelation;
import io.opentracing.Tracer;
import io.opentracing.noop.NoopTracer;
import io.opentracing.noop.NoopTracerFactory;
import io.opentracing.util.GlobalTracer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a feature gets its tracer from. A tracer that was not given as such is looked up on first
 * use. A look-up that fails or finds nothing is tried again, at most once a second; until then the
 * application runs untraced.
 */
public final class TracerSource {
  private static final long RETRY_NANOS = 1_000_000_000;

  /** Finds the tracer; not called by two threads at once. */
  @FunctionalInterface
  interface Lookup {
    /** The tracer, or null when there is none; throws what the look-up throws. */
    @Nullable Tracer find();

    /** Whether the next request may try again at once. */
    default boolean isWorthRetrying() {
      return false;
    }
  }

  private final Lookup lookup;
  private final Guard guard;
  private final LongSupplier nanoTime;
  private final AtomicBoolean lookingUp = new AtomicBoolean();

  // Written by the one thread that looks up, read by all.
  private volatile @Nullable GuardedTracer found;
  private volatile @Nullable LogCorrelation correlation;
  private volatile long triedAt;
  private volatile boolean tried;

  TracerSource(Lookup lookup, Guard guard, LongSupplier nanoTime) {
    this.lookup = lookup;
    this.guard = guard;
    this.nanoTime = nanoTime;
  }

  /**
   * Takes this tracer.
   *
   * @param tracer the tracer
   * @param guard takes what the tracer throws
   * @return the source
   */
  public static TracerSource of(Tracer tracer, Guard guard) {
    TracerSource source = of(() -> tracer, guard);
    source.take(tracer);
    return source;
  }

  /**
   * Takes the tracer from the given supplier.
   *
   * @param supplier called on first use, and again later as long as it throws or gives {@code null}
   * @param guard takes what the supplier and the tracer throw
   * @return the source
   */
  public static TracerSource of(Supplier<? extends @Nullable Tracer> supplier, Guard guard) {
    return supplier instanceof GivenTracer given
        ? of(given.get(), guard)
        : new TracerSource(() -> given(supplier, guard), guard, System::nanoTime);
  }

  /**
   * Has no tracer, now and later.
   *
   * @param guard what {@link #guard()} returns
   * @return the source
   */
  static TracerSource none(Guard guard) {
    return of(NoopTracerFactory.create(), guard);
  }

  private static @Nullable Tracer given(
      Supplier<? extends @Nullable Tracer> supplier, Guard guard) {
    Tracer tracer = supplier.get();
    if (tracer == null) {
      guard.warn("The supplier of the tracer gave null: nothing is traced until it gives one.");
    }
    return tracer;
  }

  /**
   * Finds the tracer: that of a {@link TracingEnvironment}, else the one that {@code
   * jaxrs-tracing.tracer} asks for, else {@link GlobalTracer} if one is registered, else what the
   * {@code TracerResolver} of opentracing-contrib finds, where that is on the class path. Where
   * there is none, a {@link GlobalTracer} that is registered later is taken.
   *
   * @param guard takes what the look-up and the tracer throw
   * @return the source
   * @throws IllegalArgumentException when {@code jaxrs-tracing.tracer} has an unknown value
   */
  public static TracerSource discovered(Guard guard) {
    return discovered(Services.load(TracingEnvironment.class, guard), guard);
  }

  /**
   * Finds the tracer as {@link #discovered(Guard)} does, but asks somebody else before all others.
   *
   * @param first asked first
   * @param guard takes what the look-up and the tracer throw
   * @return the source
   */
  public static TracerSource discovered(TracingEnvironment first, Guard guard) {
    List<TracingEnvironment> environments = new ArrayList<>();
    environments.add(first);
    environments.addAll(Services.load(TracingEnvironment.class, guard));
    return discovered(environments, guard);
  }

  private static TracerSource discovered(List<TracingEnvironment> environments, Guard guard) {
    return new TracerSource(new TracerDiscovery(environments, guard), guard, System::nanoTime);
  }

  /**
   * The tracer, if there is one that does anything.
   *
   * @return the tracer, or {@code null} when there is none yet or it is known to be a no-op
   */
  public @Nullable GuardedTracer get() {
    GuardedTracer known = found;
    if (known == null) {
      known = lookUp();
    }
    return known == null || isNoop(known.unguarded()) ? null : known;
  }

  /**
   * Whether there is a tracer that does nothing and never will.
   *
   * @return {@code false} also for a {@link GlobalTracer}, which may become another one
   */
  public boolean isNoop() {
    GuardedTracer known = found;
    return known != null && known.unguarded() instanceof NoopTracer;
  }

  private static boolean isNoop(Tracer tracer) {
    return tracer instanceof NoopTracer
        || (tracer instanceof GlobalTracer && !GlobalTracer.isRegistered());
  }

  /**
   * What takes the exceptions of the tracer.
   *
   * @return the guard
   */
  public Guard guard() {
    return guard;
  }

  // Nobody waits for the thread that looks up: what it waits for may itself be traced.
  private @Nullable GuardedTracer lookUp() {
    if (isTooEarly() || !lookingUp.compareAndSet(false, true)) {
      return found;
    }
    try {
      Tracer tracer = lookup.find();
      if (tracer != null) {
        take(tracer);
      }
    } catch (Throwable t) {
      guard.caught("The look-up of the tracer", t);
    } finally {
      triedAt = nanoTime.getAsLong();
      tried = true;
      lookingUp.set(false);
    }
    return found;
  }

  private void take(Tracer tracer) {
    TracersInUse.add(tracer);
    found = new GuardedTracer(tracer, guard, correlation);
  }

  /**
   * Puts the ids of active spans into the log's context from now on.
   *
   * @param ids where they go, or {@code null} for nowhere
   */
  public void correlate(@Nullable LogCorrelation ids) {
    correlation = ids;
    GuardedTracer known = found;
    if (known != null) {
      found = new GuardedTracer(known.unguarded(), guard, ids);
    }
  }

  private boolean isTooEarly() {
    return tried && nanoTime.getAsLong() - triedAt < RETRY_NANOS && !lookup.isWorthRetrying();
  }
}
