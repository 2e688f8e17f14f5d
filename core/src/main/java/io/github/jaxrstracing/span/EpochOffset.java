// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.time.Instant;

/**
 * What leads from {@link System#nanoTime()} to the time of day. It is measured again every few
 * milliseconds and not for each span, and at once where the clock of the machine says something
 * else: it may have been set, and {@code nanoTime} may have stood still while the machine slept.
 *
 * @param micros what is added to {@code nanoTime} in microseconds, to be microseconds since 1970
 * @param measuredNanos when that was measured, by {@code nanoTime}
 */
record EpochOffset(long micros, long measuredNanos) {
  static final long VALID_NANOS = 10_000_000;
  static final long TOLERATED_MILLIS = 5;

  /** Longer than it takes to look at both clocks, unless the thread is stopped in between. */
  private static final long AT_ONCE_NANOS = 10_000;

  private static final int ATTEMPTS = 5;

  private static volatile EpochOffset last = measured();

  /**
   * The offset that holds now.
   *
   * @param nowNanos {@code System.nanoTime()}
   * @return the microseconds to add
   */
  static long microsAt(long nowNanos) {
    EpochOffset known = last;
    if (!known.isValidAt(nowNanos, System.currentTimeMillis())) {
      known = measured();
      last = known;
    }
    return known.micros;
  }

  // Neither when it is from the future: a process that was saved may run on with another nanoTime.
  boolean isValidAt(long nowNanos, long nowMillis) {
    long age = nowNanos - measuredNanos;
    long differsBy = Math.floorDiv(micros + toMicros(nowNanos), 1_000L) - nowMillis;
    return Math.abs(age) < VALID_NANOS && Math.abs(differsBy) < TOLERATED_MILLIS;
  }

  private static EpochOffset measured() {
    EpochOffset best = new EpochOffset(0, 0);
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && shortest > AT_ONCE_NANOS; i++) {
      long before = System.nanoTime();
      Instant now = Instant.now();
      long took = System.nanoTime() - before;
      if (took < shortest) {
        shortest = took;
        long measured = before + took / 2;
        best = new EpochOffset(sinceEpoch(now) - toMicros(measured), measured);
      }
    }
    return best;
  }

  private static long sinceEpoch(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  /** Whole microseconds. */
  static long toMicros(long nanos) {
    return Math.floorDiv(nanos, 1_000L);
  }
}
