// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects of the library may grow only with requests that the server keeps untraced, too. */
class GrowthTest {
  private static final int REQUESTS = 100_000;
  private static final LiveSet EARLY = live(0, 0);

  private final Violations violations = new Violations();

  private static LiveSet live(long workers, long requests) {
    return new LiveSet(
        0,
        workers,
        0,
        Map.of(
            "io.github.jaxrstracing.server.Worker", workers,
            "org.eclipse.jetty.ee10.servlet.ServletApiRequest", requests));
  }

  @Test
  void allowsWhatKeptRequestsHold() {
    Growth.check(EARLY, live(2_000, 1_000), REQUESTS, 1_000, violations);

    assertThat(violations.areNone()).isTrue();
  }

  @Test
  void findsObjectsThatNoKeptRequestHolds() {
    Growth.check(EARLY, live(2_000, 500), REQUESTS, 1_000, violations);

    assertThat(violations.lines()).singleElement().asString().contains("objects of the library");
  }

  @Test
  void findsRequestsThatAreNotKeptUntraced() {
    Growth.check(EARLY, live(0, 1_000), REQUESTS, 0, violations);

    assertThat(violations.lines()).singleElement().asString().contains("the server keeps");
  }
}
