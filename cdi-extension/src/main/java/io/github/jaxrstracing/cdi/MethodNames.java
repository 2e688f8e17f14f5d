// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracedAnnotations;
import io.github.jaxrstracing.span.Guard;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The names of the spans of business methods, each worked out when it is first asked for. */
final class MethodNames {
  private static final String NOT_TRACED = "";

  private final Map<Key, String> kept = new ConcurrentHashMap<>();
  private final TracedAnnotations annotations;
  private final BeanManager manager;

  MethodNames(Guard guard, BeanManager manager) {
    this.annotations = TracedAnnotations.discovered(guard);
    this.manager = manager;
  }

  /** The name, or null when the method is not traced or its span is the request's. */
  @Nullable String of(Class<?> targetClass, Method method) {
    String name = kept.computeIfAbsent(new Key(targetClass, method), this::name);
    return name.equals(NOT_TRACED) ? null : name;
  }

  private String name(Key key) {
    Class<?> beanClass = beanClass(key);
    if (ResourceMethods.isResourceMethod(beanClass, key.method)) {
      return NOT_TRACED;
    }
    Traced annotation = annotations.of(beanClass, key.method);
    if (annotation == null) {
      annotation = ofStereotypes(beanClass.getAnnotations());
    }
    if (annotation == null || (annotation.value() && annotation.operationName().isEmpty())) {
      // Without an annotation it is another extension that bound the interceptor.
      return beanClass.getName() + '.' + key.method.getName();
    }
    return annotation.value() ? annotation.operationName() : NOT_TRACED;
  }

  private @Nullable Traced ofStereotypes(Annotation[] onClass) {
    for (Annotation annotation : onClass) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (!manager.isStereotype(type)) {
        continue;
      }
      Traced found = annotations.ofClass(type);
      if (found == null) {
        found = ofStereotypes(type.getAnnotations());
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Class<?> beanClass(Key key) {
    if (!key.method.getDeclaringClass().isAssignableFrom(key.targetClass)) {
      // Jersey's MicroProfile Rest Client calls interceptors with a target of its own.
      return key.method.getDeclaringClass();
    }
    // The container's subclass, which calls the interceptors, and its proxies are generated.
    Class<?> plain = key.targetClass;
    while (plain.isSynthetic() && plain.getSuperclass() != Object.class) {
      plain = plain.getSuperclass();
    }
    return plain;
  }

  private record Key(Class<?> targetClass, Method method) {}
}
