// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Tells methods that answer requests from others, and reads their templates. */
final class Endpoints {
  private Endpoints() {}

  /** Whether the method answers requests or leads to one that does. */
  static boolean isEndpoint(Class<?> type, Method method) {
    return declaration(type, method) != null;
  }

  /** The path template of an endpoint as it is written at its method, or the empty string. */
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
  private static @Nullable Method declaration(@Nullable Class<?> type, Method method) {
    if (type == null) {
      return null;
    }
    Method found = declaredBy(type, method);
    if (found == null) {
      found = declaration(type.getSuperclass(), method);
    }
    Class<?>[] interfaces = type.getInterfaces();
    for (int i = 0; found == null && i < interfaces.length; i++) {
      found = declaration(interfaces[i], method);
    }
    return found;
  }

  private static @Nullable Method declaredBy(Class<?> type, Method method) {
    for (Method declared : type.getDeclaredMethods()) {
      if (isOverridden(declared, method) && isAnnotated(declared)) {
        return declared;
      }
    }
    return null;
  }

  // A parameter that is a type variable of a generic class or interface has another erasure there.
  private static boolean isOverridden(Method declared, Method method) {
    Class<?>[] types = declared.getParameterTypes();
    if (!declared.getName().equals(method.getName())
        || types.length != method.getParameterCount()) {
      return false;
    }
    Type[] genericTypes = declared.getGenericParameterTypes();
    for (int i = 0; i < types.length; i++) {
      Class<?> given = method.getParameterTypes()[i];
      boolean matches =
          genericTypes[i] instanceof TypeVariable
              ? types[i].isAssignableFrom(given)
              : types[i] == given;
      if (!matches) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnnotated(Method declared) {
    for (Annotation annotation : declared.getAnnotations()) {
      if (annotation instanceof Path
          || annotation.annotationType().isAnnotationPresent(HttpMethod.class)) {
        return true;
      }
    }
    return false;
  }
}
