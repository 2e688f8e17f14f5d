// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.time.Instant;

/**
 * What leads from {@link System#nanoTime()} to the time of day. It is measured again every few
 * milliseconds and not for each span: so a span costs one look at a clock less, and those of a
 * process that touch each other have the same one.
 *
 * @param micros what is added to {@code nanoTime} in microseconds, to be microseconds since 1970
 * @param measuredNanos when that was measured, by {@code nanoTime}
 */
record EpochOffset(long micros, long measuredNanos) {
  /** Short, since the time of day may be corrected, and stands still while a machine sleeps. */
  static final long VALID_NANOS = 10_000_000;

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
    if (!known.isValidAt(nowNanos)) {
      known = measured();
      last = known;
    }
    return known.micros;
  }

  // Also when it seems to come from the future: a saved process was started again elsewhere.
  boolean isValidAt(long nowNanos) {
    long age = nowNanos - measuredNanos;
    return age < VALID_NANOS && age > -VALID_NANOS;
  }

  private static EpochOffset measured() {
    long before;
    Instant now;
    long took;
    int attempts = 0;
    do {
      before = System.nanoTime();
      now = Instant.now();
      took = System.nanoTime() - before;
      attempts++;
    } while (took > AT_ONCE_NANOS && attempts < ATTEMPTS);
    long measured = before + took / 2;
    return new EpochOffset(micros(now) - micros(measured), measured);
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  /** Whole microseconds. */
  static long micros(long nanos) {
    return Math.floorDiv(nanos, 1_000L);
  }
}
