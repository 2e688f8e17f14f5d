// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import io.github.jaxrstracing.span.Guard;
import org.jspecify.annotations.Nullable;

/** The values that a logging framework keeps for each thread. */
interface ThreadValues {
  @Nullable String get(String key);

  void put(String key, String value);

  void remove(String key);

  /** Finds those that the log of this application shows, or {@code null} where there are none. */
  static @Nullable ThreadValues find(Guard guard) {
    // Classes of their own, since neither framework may be linked where it is missing.
    try {
      if (Slf4jValues.areShown()) {
        return new Slf4jValues();
      }
    } catch (LinkageError notOnClassPath) {
      // Log4j is asked next.
    }
    try {
      return Log4jValues.find();
    } catch (LinkageError notOnClassPath) {
      guard.warn(
          "The log cannot show trace and span ids: neither SLF4J's MDC nor Log4j's ThreadContext"
              + " is on the class path, and java.util.logging has nothing like them.");
      return null;
    }
  }
}
