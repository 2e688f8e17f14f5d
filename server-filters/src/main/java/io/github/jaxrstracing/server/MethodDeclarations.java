// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where a method is declared: by its class, by superclasses and by interfaces. A parameter
 * whose type is a type variable of a generic superclass or interface has another class there than
 * in the method that overrides it. Not API: only the modules of this library use it.
 *
 * @hidden
 */
public final class MethodDeclarations {
  private final Map<TypeVariable<?>, Class<?>> typeArguments = new HashMap<>();
  private final List<Class<?>> types = new ArrayList<>();

  private MethodDeclarations(Class<?> type) {
    add(type);
  }

  /**
   * The declarations of a method, in the order of Jakarta REST 3.1, section 3.6: the one of the
   * class, those of the superclass and what it inherits, those of the interfaces.
   *
   * @param type the class that has the method, declared or inherited
   * @param method the method
   * @return the method and those that it overrides or implements, as far as the class has them
   */
  public static List<Method> of(Class<?> type, Method method) {
    MethodDeclarations hierarchy = new MethodDeclarations(type);
    Class<?>[] parameters = hierarchy.parameters(method);
    List<Method> found = new ArrayList<>();
    for (Class<?> declaring : hierarchy.types) {
      for (Method candidate : declaring.getDeclaredMethods()) {
        boolean isDeclaration =
            candidate.equals(method)
                || (candidate.getName().equals(method.getName())
                    && !candidate.isBridge()
                    && !Modifier.isPrivate(candidate.getModifiers())
                    && Arrays.equals(hierarchy.parameters(candidate), parameters));
        if (isDeclaration) {
          found.add(candidate);
        }
      }
    }
    return found;
  }

  private void add(Class<?> type) {
    if (types.contains(type)) {
      return;
    }
    types.add(type);
    if (type.getGenericSuperclass() != null) {
      addGeneric(type.getGenericSuperclass());
    }
    for (Type inherited : type.getGenericInterfaces()) {
      addGeneric(inherited);
    }
  }

  private void addGeneric(Type type) {
    Class<?> raw = classOf(type);
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      for (int i = 0; i < arguments.length; i++) {
        typeArguments.put(raw.getTypeParameters()[i], classOf(arguments[i]));
      }
    }
    add(raw);
  }

  private Class<?>[] parameters(Method method) {
    return Arrays.stream(method.getGenericParameterTypes())
        .map(this::classOf)
        .toArray(Class<?>[]::new);
  }

  private Class<?> classOf(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return classOf(generic.getRawType());
    }
    if (type instanceof GenericArrayType array) {
      return Array.newInstance(classOf(array.getGenericComponentType()), 0).getClass();
    }
    if (type instanceof TypeVariable<?> variable) {
      Class<?> known = typeArguments.get(variable);
      return known == null ? classOf(variable.getBounds()[0]) : known;
    }
    return Object.class; // a wildcard: no parameter has such a type
  }
}
