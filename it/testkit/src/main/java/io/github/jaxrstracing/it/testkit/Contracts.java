// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The contracts and environments on the class path. A contract is an abstract subclass of what all
 * contracts of a side share; an environment is a class with contracts nested in it.
 */
public final class Contracts {
  private static final String PACKAGE = "io.github.jaxrstracing.it";

  private Contracts() {}

  /**
   * What is wrong with the environments: contracts that one neither runs nor names with {@link
   * NotRun}, and reasons that are missing or out of date.
   *
   * @param base what all contracts of a side share
   */
  public static List<String> gaps(Class<?> base) {
    List<Class<?>> contracts = contracts(base);
    List<Class<?>> environments = environments(base);
    List<String> gaps = new ArrayList<>();
    if (contracts.isEmpty() || environments.isEmpty()) {
      gaps.add(contracts.size() + " contracts, " + environments.size() + " environments");
    }
    environments.forEach(environment -> addGaps(environment, contracts, base, gaps));
    return gaps;
  }

  static List<Class<?>> contracts(Class<?> base) {
    return find(type -> isSubclass(type, base) && Modifier.isAbstract(type.getModifiers()));
  }

  static List<Class<?>> environments(Class<?> base) {
    return find(type -> nested(type, base).findAny().isPresent());
  }

  private static List<Class<?>> find(Predicate<Class<?>> matching) {
    return ReflectionSupport.findAllClassesInPackage(PACKAGE, matching, name -> true).stream()
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  private static boolean isSubclass(Class<?> type, Class<?> base) {
    return base.isAssignableFrom(type) && type != base;
  }

  static Stream<Class<?>> nested(Class<?> type, Class<?> base) {
    return Stream.of(type.getDeclaredClasses())
        .filter(inner -> inner.isAnnotationPresent(Nested.class) && isSubclass(inner, base));
  }

  static Map<Class<?>, String> reasons(Class<?> environment) {
    Map<Class<?>, String> reasons = new HashMap<>();
    for (NotRun notRun : environment.getAnnotationsByType(NotRun.class)) {
      reasons.put(notRun.contract(), notRun.because());
    }
    return reasons;
  }

  private static void addGaps(
      Class<?> environment, List<Class<?>> contracts, Class<?> base, List<String> gaps) {
    Map<Class<?>, String> reasons = reasons(environment);
    for (Class<?> contract : contracts) {
      boolean runs = nested(environment, base).anyMatch(contract::isAssignableFrom);
      String reason = reasons.remove(contract);
      if (!runs && reason == null) {
        gaps.add(name(environment) + " does not run " + name(contract));
      } else if (!runs && reason.isBlank()) {
        gaps.add(name(environment) + " does not say why it does not run " + name(contract));
      } else if (runs && reason != null) {
        gaps.add(name(environment) + " runs " + name(contract) + " and says why not");
      }
    }
    for (Class<?> other : reasons.keySet()) {
      gaps.add(name(environment) + " does not run " + name(other) + ", which is no contract");
    }
  }

  private static String name(Class<?> type) {
    return type.getSimpleName();
  }
}
