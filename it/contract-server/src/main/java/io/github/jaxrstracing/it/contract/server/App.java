// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import jakarta.ws.rs.core.Application;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An application of whatever a test needs. */
public class App extends Application {
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final Set<Class<?>> classes = new LinkedHashSet<>();
  private final Set<Object> singletons = new LinkedHashSet<>();

  /** Makes an application of nothing. */
  public App() {}

  /**
   * Adds resources and providers.
   *
   * @param added their classes
   * @return this application
   */
  public final App with(Class<?>... added) {
    classes.addAll(List.of(added));
    return this;
  }

  /**
   * Sets a property.
   *
   * @param name as the implementation defines it
   * @param value what it is set to
   * @return this application
   */
  public final App property(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  /**
   * Adds instances of resources, providers and features.
   *
   * @param added one each
   * @return this application
   */
  public final App with(Object... added) {
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
    return properties;
  }
}
