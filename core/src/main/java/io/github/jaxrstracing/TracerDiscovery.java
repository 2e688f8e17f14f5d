// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.Tracer;
import io.opentracing.contrib.tracerresolver.TracerResolver;
import io.opentracing.util.GlobalTracer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the tracer of an application that gave none. */
final class TracerDiscovery {
  private TracerDiscovery() {}

  static @Nullable Tracer find(
      List<TracingEnvironment> environments, @Nullable Supplier<Tracer> configured, Guard guard) {
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
    return GlobalTracer.isRegistered() ? GlobalTracer.get() : fromResolver();
  }

  private static @Nullable Tracer fromResolver() {
    try {
      return Resolver.find();
    } catch (NoClassDefFoundError notOnClassPath) {
      return null;
    }
  }

  /**
   * A class of its own, since TracerResolver is optional and must not be linked before its turn.
   */
  private static final class Resolver {
    static @Nullable Tracer find() {
      return TracerResolver.resolveTracer();
    }
  }
}
