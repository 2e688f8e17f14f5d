// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracedAnnotations;
import io.github.jaxrstracing.span.Guard;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
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
    Traced own = annotations.ofMethod(beanClass, key.method);
    if (own == null && isOfObject(key.method)) {
      return NOT_TRACED; // toString() is no business method, though containers intercept it
    }
    String byDefault = beanClass.getName() + '.' + key.method.getName();
    Traced annotation = own == null ? ofBean(beanClass) : own;
    if (annotation == null) {
      return byDefault; // it is another extension that bound the interceptor
    }
    if (!annotation.value()) {
      return NOT_TRACED;
    }
    boolean isNamed = own != null || namesBusinessMethods(annotation, beanClass);
    return isNamed && !annotation.operationName().isEmpty()
        ? annotation.operationName()
        : byDefault;
  }

  private static boolean isOfObject(Method method) {
    for (Method known : Object.class.getDeclaredMethods()) {
      if (known.getName().equals(method.getName())
          && Arrays.equals(known.getParameterTypes(), method.getParameterTypes())) {
        return true;
      }
    }
    return false;
  }

  // The name at a resource class is that of its requests. MicroProfile says that the name at any
  // class is that of all its methods.
  private static boolean namesBusinessMethods(Traced onClass, Class<?> beanClass) {
    return MicroProfileTraced.isSource(onClass) || !ResourceMethods.isResource(beanClass);
  }

  private @Nullable Traced ofBean(Class<?> beanClass) {
    Traced found = annotations.ofClass(beanClass);
    return found == null ? ofStereotypes(beanClass.getAnnotations()) : found;
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
