// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds {@link Traced} where Java's own look-up does not: on overridden and interface methods. */
final class TracedAnnotations {
  private TracedAnnotations() {}

  /** The annotation of a method as its class, a superclass or an interface declares it, or null. */
  static @Nullable Traced ofMethod(@Nullable Class<?> type, Method method) {
    if (type == null) {
      return null;
    }
    Traced found = declaredBy(type, method);
    if (found == null) {
      found = ofMethod(type.getSuperclass(), method);
    }
    Class<?>[] interfaces = type.getInterfaces();
    for (int i = 0; found == null && i < interfaces.length; i++) {
      found = ofMethod(interfaces[i], method);
    }
    return found;
  }

  private static @Nullable Traced declaredBy(Class<?> type, Method method) {
    try {
      return type.getDeclaredMethod(method.getName(), method.getParameterTypes())
          .getAnnotation(Traced.class);
    } catch (NoSuchMethodException notDeclaredHere) {
      return null;
    }
  }

  /** The annotation of a class, its superclasses or their interfaces, or null. */
  static @Nullable Traced ofClass(@Nullable Class<?> type) {
    if (type == null) {
      return null;
    }
    Traced found = type.getDeclaredAnnotation(Traced.class);
    if (found == null) {
      found = ofClass(type.getSuperclass());
    }
    Class<?>[] interfaces = type.getInterfaces();
    for (int i = 0; found == null && i < interfaces.length; i++) {
      found = ofClass(interfaces[i]);
    }
    return found;
  }
}
