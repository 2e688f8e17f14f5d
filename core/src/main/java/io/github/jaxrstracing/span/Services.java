// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds implementations by {@link ServiceLoader}: those of the application, which the context class
 * loader sees, and those beside this library, wherever a server keeps it. Nothing is remembered, as
 * several applications may share the library.
 */
public final class Services {
  // A loader that fails for ever must not be asked for ever.
  private static final int MOST_FAILURES = 100;

  private Services() {}

  /**
   * Finds the implementations of an interface of this library. One that cannot be loaded is logged
   * and left out.
   *
   * @param service the interface
   * @param guard takes what loading throws
   * @param <T> the interface
   * @return the implementations, those of the application first, each class once
   */
  public static <T> List<T> load(Class<T> service, Guard guard) {
    Map<Class<?>, T> found = new LinkedHashMap<>();
    load(service, Thread.currentThread().getContextClassLoader(), guard, found);
    load(service, service.getClassLoader(), guard, found);
    return List.copyOf(found.values());
  }

  private static <T> void load(
      Class<T> service, @Nullable ClassLoader loader, Guard guard, Map<Class<?>, T> found) {
    Iterator<T> providers = ServiceLoader.load(service, loader).iterator();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        T provider = providers.next();
        found.putIfAbsent(provider.getClass(), provider);
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
        guard.caught("Loading " + service.getName(), e);
      }
    }
  }
}
