// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.Services;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@link Traced} and its aliases, also where Java's own look-up does not: on overridden and
 * interface methods, and on interfaces.
 */
public final class TracedAnnotations {
  private final List<TracedAlias> aliases;

  private TracedAnnotations(List<TracedAlias> aliases) {
    this.aliases = aliases;
  }

  /**
   * Finds the aliases that this application knows.
   *
   * @param guard takes what loading them throws
   * @return the annotations with all aliases
   */
  public static TracedAnnotations discovered(Guard guard) {
    return new TracedAnnotations(Services.load(TracedAlias.class, guard));
  }

  /** The annotations with this alias alone. */
  static TracedAnnotations with(TracedAlias alias) {
    return new TracedAnnotations(List.of(alias));
  }

  /**
   * The annotation that decides over a method: the nearest one of the method, as the class, a
   * superclass or an interface declares it, or else that of the class.
   *
   * @param type the class that has the method, declared or inherited
   * @param method the method
   * @return the annotation, or {@code null} when there is none
   */
  public @Nullable Traced of(Class<?> type, Method method) {
    Traced found = ofMethod(type, method);
    return found == null ? ofClass(type) : found;
  }

  /**
   * The annotation of a method alone.
   *
   * @param type the class that has the method, declared or inherited
   * @param method the method
   * @return the annotation of the method as its class, a superclass or an interface declares it, or
   *     {@code null}
   */
  public @Nullable Traced ofMethod(Class<?> type, Method method) {
    for (Method declaration : MethodDeclarations.of(type, method)) {
      Traced found = at(declaration);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The annotation of a class.
   *
   * @param type the class, or {@code null}
   * @return the annotation of the class, its superclasses or their interfaces, or {@code null}
   */
  public @Nullable Traced ofClass(@Nullable Class<?> type) {
    if (type == null) {
      return null;
    }
    Traced found = at(type);
    if (found == null) {
      found = ofClass(type.getSuperclass());
    }
    Class<?>[] interfaces = type.getInterfaces();
    for (int i = 0; found == null && i < interfaces.length; i++) {
      found = ofClass(interfaces[i]);
    }
    return found;
  }

  /** The annotation that stands directly at this element, or null. */
  @Nullable Traced at(AnnotatedElement element) {
    Traced found = element.getDeclaredAnnotation(Traced.class);
    for (int i = 0; found == null && i < aliases.size(); i++) {
      found = aliases.get(i).of(element);
    }
    return found;
  }
}
