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

  Mix(Host host, Settings settings) {
    this.host = host;
    this.seed = settings.seed();
    for (Kind kind : Kind.on(host)) {
      boolean isMeant = settings.kinds().matcher(kind.name()).matches();
      for (int i = 0; isMeant && i < kind.weight(); i++) {
        drum.add(kind);
      }
    }
  }

  Host host() {
    return host;
  }

  /** Whether the server has the request and never answers it, which is its own mistake. */
  boolean isHeld(Ledger ledger, int n) {
    return n >= 0
        && n < ledger.requests()
        && Excuse.HELD.mayHappen(of(n), host)
        && Excuse.HELD.isSeen(ledger, n);
  }

  /** How many of these requests the server may keep for ever. */
  long mayBeKept(int from, int to) {
    return IntStream.range(from, to).filter(n -> of(n).mayBeKeptBy(host)).count();
  }

  Kind of(int n) {
    return drum.get(new SplittableRandom(seed * 1_000_003 + n).nextInt(drum.size()));
  }
}
