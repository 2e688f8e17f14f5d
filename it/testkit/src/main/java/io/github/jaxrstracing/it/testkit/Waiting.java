// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/** Waiting for what other threads do, without sleeping. */
public final class Waiting {
  /** After so long a test has failed. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private Waiting() {}

  /** Waits for something that comes soon; to be completed with a condition. */
  public static ConditionFactory awaitSoon() {
    return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }
}
