// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.TracingEnvironment;
import io.opentracing.Tracer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The tracer bean of the application, and its MicroProfile Config. Where there is no container, no
 * such bean, or no such API, it has nothing to offer.
 */
public final class CdiEnvironment implements TracingEnvironment {
  // Asked for at once: later it may be a thread of no application that asks. As Object, since a
  // field of an absent type would be in the way of whoever looks at this class.
  private final @Nullable Object configured = container();

  /** Called by service loading. */
  public CdiEnvironment() {}

  @Override
  public @Nullable Tracer tracer() {
    Object container = configured == null ? container() : configured;
    return container == null ? null : Container.tracer(container);
  }

  private static @Nullable Object container() {
    try {
      return Container.current();
    } catch (RuntimeException | NoClassDefFoundError noContainer) {
      return null; // which exception says so differs between containers
    }
  }

  @Override
  public @Nullable String property(String name) {
    try {
      return Config.value(name);
    } catch (IllegalStateException | NoClassDefFoundError noConfig) {
      return null;
    }
  }

  /** Classes of their own, since the APIs are optional. */
  private static final class Container {
    static BeanManager current() {
      return CDI.current().getBeanManager();
    }

    // A container may run without our extension, or with that of another copy of this library.
    static @Nullable Tracer tracer(Object container) {
      BeanManager manager = (BeanManager) container;
      ContainerTracing tracing = TracingExtension.tracingIn(manager);
      return tracing == null ? ContainerTracing.applicationTracer(manager) : tracing.tracer();
    }
  }

  private static final class Config {
    static @Nullable String value(String name) {
      return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
    }
  }
}
