// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which kind each request has: random by weight, and the same for the same seed. */
final class Mix {
  private final List<Kind> drum = new ArrayList<>();
  private final Host host;
  private final long seed;

  Mix(Host host, long seed) {
    this.host = host;
    this.seed = seed;
    for (Kind kind : Kind.on(host)) {
      for (int i = 0; i < kind.weight(); i++) {
        drum.add(kind);
      }
    }
  }

  /** Whether the server may never answer this request. */
  boolean mayBeHeld(int n) {
    return of(n).mayBeHeldBy(host);
  }

  /** How many of these requests the server may keep for ever. */
  long mayBeKept(int from, int to) {
    return IntStream.range(from, to).filter(n -> of(n).mayBeKeptBy(host)).count();
  }

  Kind of(int n) {
    return drum.get(new SplittableRandom(seed * 1_000_003 + n).nextInt(drum.size()));
  }
}
