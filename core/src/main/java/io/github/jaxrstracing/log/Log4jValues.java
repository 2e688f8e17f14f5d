// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import org.apache.logging.log4j.ThreadContext;
import org.jspecify.annotations.Nullable;

/** The ThreadContext of Log4j 2. */
final class Log4jValues implements ThreadValues {
  static ThreadValues find() {
    ThreadContext.isEmpty(); // links it now, or fails
    return new Log4jValues();
  }

  @Override
  public @Nullable String get(String key) {
    return ThreadContext.get(key);
  }

  @Override
  public void put(String key, String value) {
    ThreadContext.put(key, value);
  }

  @Override
  public void remove(String key) {
    ThreadContext.remove(key);
  }
}
