// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.helpers.NOPMDCAdapter;

/** The MDC of SLF4J. */
final class Slf4jValues implements ThreadValues {
  /** Whether SLF4J has a provider that keeps values; its API alone forgets them. */
  static boolean areShown() {
    return !(MDC.getMDCAdapter() instanceof NOPMDCAdapter);
  }

  @Override
  public @Nullable String get(String key) {
    return MDC.get(key);
  }

  @Override
  public void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }
}
