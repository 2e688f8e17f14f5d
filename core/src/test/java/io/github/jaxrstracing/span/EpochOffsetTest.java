// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class EpochOffsetTest {
  private static final long MEASURED = Long.MAX_VALUE - 5;
  private static final EpochOffset OFFSET = new EpochOffset(7, MEASURED);

  @Test
  void leadsToTheTimeOfDay() {
    long before = microsNow();
    long nanos = System.nanoTime();

    long micros = EpochOffset.microsAt(nanos) + EpochOffset.micros(nanos);

    long second = 1_000_000;
    assertThat(micros).isBetween(before - second, microsNow() + second);
  }

  @Test
  void isKeptForAWhile() {
    assertThat(OFFSET.isValidAt(MEASURED)).isTrue();
    assertThat(OFFSET.isValidAt(MEASURED + EpochOffset.VALID_NANOS - 1))
        .isTrue(); // which overflows
    assertThat(OFFSET.isValidAt(MEASURED - EpochOffset.VALID_NANOS + 1)).isTrue();
  }

  @Test
  void isMeasuredAgainLater() {
    assertThat(OFFSET.isValidAt(MEASURED + EpochOffset.VALID_NANOS)).isFalse();
  }

  @Test
  void isMeasuredAgainWhereTheClockOfTheJvmBeganAnew() {
    assertThat(OFFSET.isValidAt(MEASURED - EpochOffset.VALID_NANOS)).isFalse();
    assertThat(OFFSET.isValidAt(0)).isFalse();
  }

  @Test
  void timesBeforeTheOriginOfTheClockAreWholeMicrosecondsToo() {
    assertThat(EpochOffset.micros(1_999)).isEqualTo(1);
    assertThat(EpochOffset.micros(-1)).isEqualTo(-1);
  }

  private static long microsNow() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
