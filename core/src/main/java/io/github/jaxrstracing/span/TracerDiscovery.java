// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.TracingEnvironment;
import io.github.jaxrstracing.opentelemetry.ConfiguredTracer;
import io.opentracing.Tracer;
import io.opentracing.contrib.tracerresolver.TracerResolver;
import io.opentracing.util.GlobalTracer;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the tracer of an application that gave none. */
final class TracerDiscovery implements TracerSource.Lookup {
  /**
   * What {@code TracerResolver} made, by the class loader that it was made for: it makes a new
   * tracer whenever it is asked, and server, clients and beans must report to the same one. Weak on
   * both sides, so that it keeps no application alive.
   */
  private static final Map<ClassLoader, WeakReference<Tracer>> RESOLVED = new WeakHashMap<>();

  // Resolving may take long, and may wait for a request that looks for its tracer here.
  private static final ReentrantLock LOCK = new ReentrantLock();

  private final List<TracingEnvironment> environments;
  private final @Nullable Supplier<Tracer> configured = ConfiguredTracer.chosen();
  private final Guard guard;
  private final ClassLoader application;

  // Written by the one thread that looks up, read by all.
  private volatile boolean lockedOut;
  private volatile boolean nothingResolved;

  /** Belongs to the application whose class loader is this thread's context class loader. */
  TracerDiscovery(List<TracingEnvironment> environments, Guard guard) {
    this.environments = environments;
    this.guard = guard;
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    this.application = context == null ? TracerDiscovery.class.getClassLoader() : context;
  }

  @Override
  public boolean isWorthRetrying() {
    return lockedOut || GlobalTracer.isRegistered();
  }

  @Override
  public @Nullable Tracer find() {
    for (TracingEnvironment environment : environments) {
      try {
        Tracer tracer = environment.tracer();
        if (tracer != null) {
          return tracer;
        }
      } catch (Throwable t) {
        guard.caught("TracingEnvironment.tracer", t);
      }
    }
    if (configured != null) {
      return configured.get();
    }
    return GlobalTracer.isRegistered() ? GlobalTracer.get() : resolved();
  }

  private @Nullable Tracer resolved() {
    if (nothingResolved) {
      return null;
    }
    lockedOut = LOCK.isHeldByCurrentThread() || !LOCK.tryLock();
    if (lockedOut) {
      return null;
    }
    try {
      WeakReference<Tracer> known = RESOLVED.get(application);
      Tracer tracer = known == null ? null : known.get();
      return tracer == null ? resolve() : tracer;
    } finally {
      LOCK.unlock();
    }
  }

  private @Nullable Tracer resolve() {
    Tracer tracer = null;
    try {
      tracer = Resolver.find(application);
    } catch (NoClassDefFoundError notOnClassPath) {
      // TracerResolver is optional.
    }
    if (tracer == null) {
      nothingResolved = true;
      guard.warn(
          "No tracer was found: nothing is traced. Give one to the feature, register a"
              + " GlobalTracer, set jaxrs-tracing.tracer=opentelemetry, or put a TracerResolver on"
              + " the class path.");
    } else {
      RESOLVED.put(application, new WeakReference<>(tracer));
    }
    return tracer;
  }

  /** A class of its own: TracerResolver is optional and must not be linked before its turn. */
  private static final class Resolver {
    static @Nullable Tracer find(ClassLoader application) {
      return TracerResolver.resolveTracer(application);
    }
  }
}
