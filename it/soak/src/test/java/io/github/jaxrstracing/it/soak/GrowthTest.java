// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run keeps may grow only as it does untraced. */
class GrowthTest {
  private static final int REQUESTS = 100_000;
  private static final LiveSet EARLY = live(0, 0, 0, 0, 0);

  /** A server that keeps a hundred requests of a hundred, with 10 kB and 200 objects each. */
  private static final Growth KEEPING =
      new Growth(EARLY, live(1_000_000, 20_000, 0, 0, 100), REQUESTS / 10, 100, 0);

  private static final Growth FLAT = new Growth(EARLY, EARLY, REQUESTS / 10, 100, 0);

  private final Violations violations = new Violations();

  private static LiveSet live(long bytes, long objects, int threads, long workers, long requests) {
    return new LiveSet(
        bytes,
        objects,
        threads,
        Map.of(
            "io.github.jaxrstracing.server.Worker", workers,
            "org.eclipse.jetty.ee10.servlet.ServletApiRequest", requests));
  }

  private void grows(Growth untraced, LiveSet late) {
    new Growth(EARLY, late, REQUESTS, 1_000, 0).check(untraced, violations);
  }

  private void assertFound(String what) {
    assertThat(violations.lines()).singleElement().asString().contains(what);
  }

  @Test
  void takesTheSmallerOfTheLastLooks() {
    LiveSet small = live(9, 1, 0, 0, 0);
    LiveSet large = live(5, 2, 0, 0, 0);

    assertThat(large.orSmaller(small)).isSameAs(small);
    assertThat(small.orSmaller(large)).isSameAs(small);
  }

  @Test
  void allowsWhatKeptRequestsHold() {
    grows(KEEPING, live(11_000_000, 220_000, 0, 2_000, 1_000));

    assertThat(violations.areNone()).as(violations.lines().toString()).isTrue();
  }

  @Test
  void findsObjectsThatNoKeptRequestHolds() {
    grows(KEEPING, live(0, 0, 0, 2_000, 500));

    assertFound("objects of the library");
  }

  @Test
  void findsBytesThatNoKeptRequestHolds() {
    grows(KEEPING, live(14_000_000, 0, 0, 0, 1_000));

    assertFound("bytes, untraced by 1000000");
  }

  @Test
  void findsObjectsOfAllClassesThatNoKeptRequestHolds() {
    grows(KEEPING, live(0, 262_000, 0, 0, 1_000));

    assertFound("objects, most of them");
  }

  @Test
  void findsRequestsThatAreNotKeptUntraced() {
    grows(FLAT, live(0, 0, 0, 0, 65));

    assertFound("the server keeps");
  }

  @Test
  void findsMoreRequestsThanAreKeptUntraced() {
    Growth few = new Growth(EARLY, live(0, 0, 0, 0, 4), REQUESTS / 10, 100, 0);

    grows(few, live(0, 0, 0, 0, 216)); // (4 + 2 * 2 + 3) * 10, three deviations, and 64

    assertFound("as untraced at most 141");
  }

  @Test
  void findsBytesThatDoNotGrowUntraced() {
    grows(FLAT, live(2_100_000, 0, 0, 0, 0));

    assertFound("bytes, untraced by 0");
  }

  @Test
  void findsObjectsThatDoNotGrowUntraced() {
    grows(FLAT, live(0, 42_000, 0, 0, 0));

    assertFound("objects, most of them");
  }

  @Test
  void letsTheLiveSetGrowAsItDoesUntraced() {
    Growth growing = new Growth(EARLY, live(1_000_000, 0, 0, 0, 0), REQUESTS / 10, 0, 0);

    grows(growing, live(12_000_000, 0, 0, 0, 0));

    assertThat(violations.areNone()).as(violations.lines().toString()).isTrue();
  }

  @Test
  void allowsRequestsThatAreNeverAnswered() {
    new Growth(EARLY, live(0, 0, 0, 0, 74), REQUESTS, 0, 10).check(FLAT, violations);
    assertThat(violations.areNone()).as(violations.lines().toString()).isTrue();

    new Growth(EARLY, live(0, 0, 0, 0, 75), REQUESTS, 0, 10).check(FLAT, violations);
    assertFound("as untraced at most 10");
  }

  @Test
  void findsThreads() {
    grows(FLAT, live(0, 0, 33, 0, 0));

    assertFound("threads grow");
  }

  @Test
  void findsFewObjectsOfTheLibrary() {
    grows(FLAT, live(0, 0, 0, 257, 0));

    assertFound("objects of the library");
  }
}
