// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.TracingEnvironment;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.TracerSource;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.util.GlobalTracer;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tracer of one container, and the spans of its business methods. */
final class ContainerTracing implements TracingEnvironment {
  private final Guard guard = new Guard();
  private final BeanManager ofExtension;
  private final TracerSource tracer;
  private final MethodSwitch methodSwitch = new MethodSwitch(guard);
  private final MethodSpans methodSpans;

  /** What each tracer bean gave: a dependent one would make a tracer whenever it is asked. */
  private final Map<Bean<?>, Tracer> given = new HashMap<>();

  ContainerTracing(BeanManager ofExtension) {
    this.ofExtension = ofExtension;
    this.tracer = TracerSource.discovered(this, guard);
    this.methodSpans = new MethodSpans(tracer, methodSwitch, ofExtension);
  }

  MethodSpans methodSpans() {
    return methodSpans;
  }

  /** Learns whether an application of the current container is traced. */
  static void switchBusinessMethods(boolean on) {
    BeanManager current = currentManager();
    ContainerTracing tracing = current == null ? null : TracingExtension.tracingIn(current);
    if (tracing != null) {
      tracing.methodSwitch.applicationIs(on);
    }
  }

  @Override
  public @Nullable Tracer tracer() {
    BeanManager current = currentManager();
    return current != null && TracingExtension.tracingIn(current) == this
        ? tracerOf(current)
        : tracerOf(ofExtension);
  }

  /**
   * The manager of the application that this thread runs for, or null. It also depends on the class
   * that asks: to the class of an extension GlassFish gives the manager of the extension.
   */
  static @Nullable BeanManager currentManager() {
    try {
      return CDI.current().getBeanManager();
    } catch (RuntimeException noContainer) {
      return null; // containers differ in the exception
    }
  }

  /**
   * The tracer bean of an application in this container, or null when it has none. The same for
   * all, so that server, clients and business methods report to one tracer.
   *
   * @param application the manager of the application. That of the extension is asked only after
   *     it: an extension is no part of the application, and its manager need not see the beans
   */
  synchronized @Nullable Tracer tracerOf(BeanManager application) {
    Bean<?> bean = tracerBean(application);
    if (bean == null) {
      return application == ofExtension ? null : tracerOf(ofExtension);
    }
    Tracer known = given.get(bean);
    if (known == null) {
      known = reference(application, bean);
      given.put(bean, known);
    }
    return known;
  }

  /** The tracer bean that a manager sees, asked for anew, or null when there is none. */
  static @Nullable Tracer tracerSeenBy(BeanManager manager) {
    Bean<?> bean = tracerBean(manager);
    return bean == null ? null : reference(manager, bean);
  }

  private static @Nullable Bean<?> tracerBean(BeanManager manager) {
    Bean<?> bean = resolve(manager, manager.getBeans(Tracer.class));
    // By its name, since it may be the bean of another copy of this library.
    return bean == null || bean.getBeanClass().getName().equals(TracingExtension.class.getName())
        ? null
        : bean;
  }

  private static @Nullable Bean<?> resolve(BeanManager manager, Set<Bean<?>> beans) {
    try {
      return manager.resolve(beans);
    } catch (AmbiguousResolutionException severalTracers) {
      // Payara has a tracer bean of its own: that of the application counts.
      ClassLoader application = Thread.currentThread().getContextClassLoader();
      List<Bean<?>> own =
          beans.stream()
              .filter(bean -> bean.getBeanClass().getClassLoader() == application)
              .toList();
      if (own.size() != 1) {
        throw severalTracers;
      }
      return own.get(0);
    }
  }

  private static Tracer reference(BeanManager manager, Bean<?> bean) {
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
