// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract;

import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An application of whatever a test needs. */
class App extends Application {
  private final Set<Class<?>> classes = new LinkedHashSet<>();
  private final Set<Object> singletons = new LinkedHashSet<>();

  /** Adds resources and providers. */
  final App with(Class<?>... added) {
    classes.addAll(List.of(added));
    return this;
  }

  /** Adds instances of resources, providers and features. */
  final App with(Object... added) {
    singletons.addAll(List.of(added));
    return this;
  }

  @Override
  public Set<Class<?>> getClasses() {
    return classes;
  }

  @Override
  @SuppressWarnings("deprecation") // the only portable way to register an instance
  public Set<Object> getSingletons() {
    return singletons;
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of();
  }
}
