// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a feature was made for an implementation of {@code javax.ws.rs}, such as Jersey 2,
 * which ignores it: it is a feature of {@code jakarta.ws.rs}.
 */
public final class JavaxImplementations {
  /** An implementation, by a class of it that extends one of the API, before and after. */
  private record Implementation(String extendsApi, String nowadays) {}

  private static final List<Implementation> KNOWN =
      List.of(
          new Implementation("org.glassfish.jersey.internal.AbstractRuntimeDelegate", "Jersey 3.1"),
          new Implementation("org.jboss.resteasy.spi.ResteasyProviderFactory", "RESTEasy 6.2"),
          new Implementation("org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl", "CXF 4.1"));

  private JavaxImplementations() {}

  /**
   * Warns where there are only implementations of {@code javax.ws.rs}.
   *
   * @param feature the class of the feature that is made
   * @param guard takes the warning
   */
  public static void warn(Class<?> feature, Guard guard) {
    List<String> nowadays = new ArrayList<>();
    for (Implementation known : KNOWN) {
      String api = apiOf(known.extendsApi);
      if (api != null && !api.startsWith("javax.")) {
        return;
      }
      if (api != null) {
        nowadays.add(known.nowadays);
      }
    }
    if (!nowadays.isEmpty()) {
      guard.warn(
          feature.getSimpleName()
              + " traces nothing here: it is for jakarta.ws.rs, and the implementation on the class"
              + " path is of javax.ws.rs. Move to "
              + String.join(" or ", nowadays)
              + '.');
    }
  }

  /** The name of the API's class that the class of an implementation extends, or null. */
  private static @Nullable String apiOf(String className) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    try {
      Class<?> parent = Class.forName(className, false, context).getSuperclass();
      return parent == null ? null : parent.getName();
    } catch (ClassNotFoundException | LinkageError notThere) {
      return null;
    }
  }
}
