// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.github.jaxrstracing.opentelemetry.ConfiguredTracer;
import io.opentracing.Tracer;
import io.opentracing.noop.NoopTracer;
import io.opentracing.util.GlobalTracer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a feature gets its tracer from. The tracer is looked up on first use, once. Without one the
 * application runs untraced, after one warning; a {@link GlobalTracer} registered later is still
 * taken.
 */
public final class TracerSource {
  private final Supplier<@Nullable Tracer> lookup;
  private final Guard guard;
  private volatile boolean lookedUp;
  private boolean lookingUp;
  private @Nullable Tracer tracer;

  private TracerSource(Supplier<@Nullable Tracer> lookup, Guard guard) {
    this.lookup = lookup;
    this.guard = guard;
  }

  /**
   * Takes the tracer from the given supplier.
   *
   * @param supplier called once, on first use
   * @param guard takes what the supplier throws
   * @return the source
   */
  public static TracerSource of(Supplier<? extends @Nullable Tracer> supplier, Guard guard) {
    return new TracerSource(supplier::get, guard);
  }

  /**
   * Finds the tracer: that of a {@link TracingEnvironment}, else the one that {@code
   * jaxrs-tracing.tracer} asks for, else {@link GlobalTracer} if one is registered, else what the
   * {@code TracerResolver} of opentracing-contrib finds, where that is on the class path.
   *
   * @param guard takes what the lookup throws
   * @return the source
   * @throws IllegalArgumentException when {@code jaxrs-tracing.tracer} has an unknown value
   */
  public static TracerSource discovered(Guard guard) {
    List<TracingEnvironment> environments = Services.load(TracingEnvironment.class, guard);
    Supplier<Tracer> configured = ConfiguredTracer.chosen();
    return new TracerSource(() -> TracerDiscovery.find(environments, configured, guard), guard);
  }

  /**
   * The tracer, if there is one that does anything.
   *
   * @return the tracer, or {@code null} when there is none or it is known to be a no-op
   */
  public @Nullable Tracer get() {
    if (!lookedUp && !lookUp()) {
      return null;
    }
    Tracer found = tracer;
    if (found == null) {
      return GlobalTracer.isRegistered() ? GlobalTracer.get() : null;
    }
    if (found instanceof NoopTracer) {
      return null;
    }
    return found instanceof GlobalTracer && !GlobalTracer.isRegistered() ? null : found;
  }

  Guard guard() {
    return guard;
  }

  // The supplier may make a traced call itself: that call must neither recurse nor dead-lock.
  private synchronized boolean lookUp() {
    if (lookedUp) {
      return true;
    }
    if (lookingUp) {
      return false;
    }
    lookingUp = true;
    try {
      Tracer found = lookup.get();
      tracer = found;
      if (found == null) {
        guard.warn(
            "No tracer was found: nothing is traced. Give one to the feature, register a"
                + " GlobalTracer, or put a TracerResolver on the class path.");
      } else {
        TracersInUse.add(found);
      }
    } catch (Throwable t) {
      guard.caught("The lookup of the tracer", t);
    } finally {
      lookedUp = true;
      lookingUp = false;
    }
    return true;
  }
}
