// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class EpochOffsetTest {
  // Near the end of its range, so that what comes later has overflown.
  private static final long MEASURED = Long.MAX_VALUE - 5;
  private static final long MILLIS = 1_800_000_000_000L;
  private static final EpochOffset OFFSET = offset(MEASURED, MILLIS);

  private static EpochOffset offset(long nanos, long millis) {
    return new EpochOffset(millis * 1_000 - EpochOffset.toMicros(nanos), nanos);
  }

  @Test
  void leadsToTheTimeOfDay() {
    long before = microsNow();
    long nanos = System.nanoTime();

    long micros = EpochOffset.microsAt(nanos) + EpochOffset.toMicros(nanos);

    long second = 1_000_000;
    assertThat(micros).isBetween(before - second, microsNow() + second);
  }

  @Test
  void isKeptForAWhile() {
    EpochOffset offset = offset(1_000_000_000, MILLIS);
    long nanos = offset.measuredNanos() + EpochOffset.VALID_NANOS - 1;

    assertThat(OFFSET.isValidAt(MEASURED, MILLIS)).isTrue();
    assertThat(offset.isValidAt(nanos, MILLIS + 9)).isTrue();
    assertThat(offset.isValidAt(nanos + 1, MILLIS + 10)).isFalse();
  }

  @Test
  void isMeasuredAgainWhereNanoTimeBeganAnew() {
    assertThat(OFFSET.isValidAt(0, MILLIS + 1)).isFalse();
    assertThat(OFFSET.isValidAt(MEASURED - EpochOffset.VALID_NANOS, MILLIS)).isFalse();
  }

  @Test
  void isMeasuredAgainWhereNanoTimeStoodStillOrTheClockWasSet() {
    long slept = MILLIS + EpochOffset.TOLERATED_MILLIS;

    assertThat(OFFSET.isValidAt(MEASURED, slept)).isFalse();
    assertThat(OFFSET.isValidAt(MEASURED, slept - 1)).isTrue();
    assertThat(OFFSET.isValidAt(MEASURED, MILLIS - EpochOffset.TOLERATED_MILLIS)).isFalse();
  }

  @Test
  void timesBeforeTheOriginOfNanoTimeAreWholeMicrosecondsToo() {
    assertThat(EpochOffset.toMicros(1_999)).isEqualTo(1);
    assertThat(EpochOffset.toMicros(-1)).isEqualTo(-1);
  }

  private static long microsNow() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
