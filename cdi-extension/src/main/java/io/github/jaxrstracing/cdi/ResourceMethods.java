// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.server.MethodDeclarations;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Tells resource methods and locators from business methods, and reads their templates. */
final class ResourceMethods {
  private ResourceMethods() {}

  /** Whether the class has a method that answers requests or leads to one that does. */
  static boolean isResource(Class<?> type) {
    for (Method method : type.getMethods()) {
      if (isResourceMethod(type, method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the method answers requests or leads to one that does. */
  static boolean isResourceMethod(Class<?> type, Method method) {
    return declaration(type, method) != null;
  }

  /** The path template as it is written at the resource method, or the empty string. */
  static String path(Class<?> type, Method method) {
    Method declaration = declaration(type, method);
    Path path = declaration == null ? null : declaration.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }

  /** The path template as it is written at the class, a superclass or an interface, or null. */
  static @Nullable String path(@Nullable Class<?> type) {
    if (type == null) {
      return null;
    }
    Path path = type.getAnnotation(Path.class);
    String found = path == null ? path(type.getSuperclass()) : path.value();
    Class<?>[] interfaces = type.getInterfaces();
    for (int i = 0; found == null && i < interfaces.length; i++) {
      found = path(interfaces[i]);
    }
    return found;
  }

  // Jakarta REST 3.1, section 3.6: annotations of a superclass or an interface count for a method
  // that has none.
  private static @Nullable Method declaration(Class<?> type, Method method) {
    for (Method declaration : MethodDeclarations.of(type, method)) {
      if (isAnnotated(declaration)) {
        return declaration;
      }
    }
    return null;
  }

  private static boolean isAnnotated(Method declaration) {
    for (Annotation annotation : declaration.getAnnotations()) {
      if (annotation instanceof Path
          || annotation.annotationType().isAnnotationPresent(HttpMethod.class)) {
        return true;
      }
    }
    return false;
  }
}
