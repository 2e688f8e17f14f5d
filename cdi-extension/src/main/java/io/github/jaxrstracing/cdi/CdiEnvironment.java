// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.TracingEnvironment;
import io.opentracing.Tracer;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The tracer bean of the application, and its MicroProfile Config. Where there is no container, no
 * such bean, or no such API, it has nothing to offer.
 */
public final class CdiEnvironment implements TracingEnvironment {
  // Asked for at once: later it may be a thread of no application that asks. As Object, since a
  // field of an absent type would be in the way of whoever looks at this class.
  private final @Nullable Object configured = current();

  /** Called by service loading. */
  public CdiEnvironment() {}

  @Override
  public @Nullable Tracer tracer() {
    Object manager = configured == null ? current() : configured;
    return manager == null ? null : Container.tracer(manager);
  }

  private static @Nullable Object current() {
    try {
      return ContainerTracing.currentManager();
    } catch (NoClassDefFoundError noCdi) {
      return null;
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

  @Override
  public Iterable<String> propertyNames() {
    try {
      return Config.names();
    } catch (IllegalStateException | NoClassDefFoundError noConfig) {
      return List.of();
    }
  }

  /** Classes of their own, since the APIs are optional. */
  private static final class Container {
    // A container may run without our extension, or with that of another copy of this library.
    static @Nullable Tracer tracer(Object application) {
      BeanManager manager = (BeanManager) application;
      ContainerTracing tracing = TracingExtension.tracingIn(manager);
      return tracing == null ? ContainerTracing.tracerSeenBy(manager) : tracing.tracerOf(manager);
    }
  }

  private static final class Config {
    static Iterable<String> names() {
      return ConfigProvider.getConfig().getPropertyNames();
    }

    static @Nullable String value(String name) {
      return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
    }
  }
}
