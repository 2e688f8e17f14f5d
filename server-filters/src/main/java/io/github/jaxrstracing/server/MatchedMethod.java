// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resource method that a request was matched to, or a locator on the way to it, as an
 * implementation tells it. Not API: only the packages of hooks use it.
 *
 * @param resourceClass the class of the resource, perhaps a proxy's; {@code null} for a generated
 *     method
 * @param method the method that is called; {@code null} for a generated method
 * @param declared the method that has the annotations of Jakarta REST; {@code null} for a generated
 *     method
 * @param template the path templates from the application's base URI on, outermost first; empty for
 *     a locator and where they are not known
 * @param locators the locators on the way, innermost first
 * @param nameBound whether {@link Traced} is bound to it otherwise than by an annotation
 * @param generatedFor for a generated method, such as OPTIONS: the classes of the resource
 * @hidden
 */
public record MatchedMethod(
    @Nullable Class<?> resourceClass,
    @Nullable Method method,
    @Nullable Method declared,
    List<String> template,
    List<MatchedMethod> locators,
    boolean nameBound,
    List<Class<?>> generatedFor) {
  /**
   * A locator of sub-resources.
   *
   * @param resourceClass the class that has it
   * @param method the method that is called
   * @param declared the method that has the annotations of Jakarta REST
   * @return the locator
   */
  public static MatchedMethod locator(Class<?> resourceClass, Method method, Method declared) {
    return new MatchedMethod(
        resourceClass, method, declared, List.of(), List.of(), false, List.of());
  }
}
