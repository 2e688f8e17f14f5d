// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Traces the business methods that are {@link Traced}, and adds the beans that the application does
 * not have itself: a {@link Tracer} and a {@link Span}.
 *
 * <p>The tracer is the one that the features find. The span is the one that is active where it is
 * injected, and {@code null} when none is: a bean that outlives a request has to inject {@code
 * Instance<Span>} and to ask each time.
 */
public final class TracingExtension implements Extension {
  private final Set<Type> taken = new HashSet<>();
  private @Nullable ContainerTracing tracing;

  /** Called by the CDI container. */
  public TracingExtension() {}

  void bindInterceptors(@Observes BeforeBeanDiscovery event) {
    event
        .configureInterceptorBinding(Traced.class)
        .methods()
        .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
    event.addAnnotatedType(TracedInterceptor.class, TracedInterceptor.class.getName());
    if (MicroProfileTraced.isPresent()) {
      event.addAnnotatedType(
          MicroProfileTracedInterceptor.class, MicroProfileTracedInterceptor.class.getName());
    }
  }

  void note(@Observes ProcessBean<?> event) {
    if (event.getBean().getBeanClass() != TracingExtension.class
        && event.getBean().getQualifiers().contains(Default.Literal.INSTANCE)) {
      taken.addAll(event.getBean().getTypes());
    }
  }

  void addBeans(
      @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) AfterBeanDiscovery event,
      BeanManager manager) {
    ContainerTracing added = new ContainerTracing(manager);
    tracing = added;
    event.addBean(
        new ReserveBean<>(Tracer.class, ApplicationScoped.class, taken, added::tracerOrGlobal));
    event.addBean(new ReserveBean<>(Span.class, Dependent.class, taken, added::activeSpan));
  }

  /** Tracing in the container of this manager, or null when it has none of ours. */
  static @Nullable ContainerTracing tracingIn(BeanManager manager) {
    try {
      return manager.getExtension(TracingExtension.class).tracing;
    } catch (IllegalArgumentException notThere) {
      return null;
    }
  }
}
