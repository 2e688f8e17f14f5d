// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.TracingEnvironment;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.TracerSource;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.util.GlobalTracer;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import org.jspecify.annotations.Nullable;

/** The tracer of one container, and the spans of its business methods. */
final class ContainerTracing implements TracingEnvironment {
  private final Guard guard = new Guard();
  private final BeanManager manager;
  private final TracerSource tracer;
  private final MethodSpans methodSpans;
  private @Nullable Tracer applicationTracer;

  ContainerTracing(BeanManager manager) {
    this.manager = manager;
    this.tracer = TracerSource.discovered(this, guard);
    this.methodSpans = new MethodSpans(tracer, guard, manager);
  }

  MethodSpans methodSpans() {
    return methodSpans;
  }

  /**
   * The application's own tracer bean, or null when it has none. A dependent one is made once, so
   * that server, clients and business methods report to the same.
   */
  @Override
  public synchronized @Nullable Tracer tracer() {
    if (applicationTracer == null) {
      applicationTracer = applicationTracer(manager);
    }
    return applicationTracer;
  }

  /** The application's own tracer bean, asked for anew. */
  static @Nullable Tracer applicationTracer(BeanManager manager) {
    Bean<?> bean = manager.resolve(manager.getBeans(Tracer.class));
    // By its name, since it may be the bean of another copy of this library.
    if (bean == null || bean.getBeanClass().getName().equals(TracingExtension.class.getName())) {
      return null;
    }
    return (Tracer) manager.getReference(bean, Tracer.class, manager.createCreationalContext(bean));
  }

  /** The tracer; where none was found, whatever is registered as the global one later. */
  Tracer tracerOrGlobal() {
    GuardedTracer found = tracer.get();
    return found == null ? GlobalTracer.get() : found.unguarded();
  }

  @Nullable Span activeSpan() {
    GuardedTracer found = tracer.get();
    return found == null ? null : found.activeSpan();
  }
}
