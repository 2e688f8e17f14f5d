// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a request and a call allocate over the same request untraced, in one JVM that compiles with
 * C1: it leaves out no allocation, so that the figures are the same in every run. They were taken
 * on JDK 17; since both sides of the difference run on the same JDK, a later one changes little.
 */
@Timeout(60)
class AllocationTest {
  /** The limits are what was measured: one that gets smaller is written down here. */
  enum Row {
    SERVER_TRACED(Side.SERVER, TracerKind.COUNTING, Case.DEFAULTS, 1696),
    SERVER_NOT_TRACED(Side.SERVER, TracerKind.COUNTING, Case.NOT_TRACED, 744),
    SERVER_SKIPPED(Side.SERVER, TracerKind.COUNTING, Case.SKIPPED, 1248),
    SERVER_NOOP_TRACER(Side.SERVER, TracerKind.NOOP, Case.DEFAULTS, 0),
    CLIENT_TRACED(Side.CLIENT, TracerKind.COUNTING, Case.DEFAULTS, 640),
    CLIENT_NOT_TRACED(Side.CLIENT, TracerKind.COUNTING, Case.NOT_TRACED, 144),
    CLIENT_NOOP_TRACER(Side.CLIENT, TracerKind.NOOP, Case.DEFAULTS, 0);

    final Case about;
    final long limit;

    Row(Side side, TracerKind tracer, String option, long limit) {
      this.about = Case.of(side, Subject.OURS, tracer).with(option);
      this.limit = limit;
    }
  }

  /** On other releases, where collections and strings of the JDK allocate a little differently. */
  private static final long OF_THE_JDK = Runtime.version().feature() == 17 ? 0 : 64;

  private static final Map<Row, Long> MEASURED = new EnumMap<>(Row.class);

  @BeforeAll
  static void measure() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xbatch",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Allocations.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(jvm.waitFor()).as(output).isZero();
    Map<String, Long> bytes =
        output
            .lines()
            .map(line -> line.split("=", 2))
            .filter(line -> line.length == 2)
            .collect(Collectors.toMap(line -> line[0], line -> Long.valueOf(line[1])));
    for (Row row : Row.values()) {
      MEASURED.put(row, bytes.get(row.name()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void allocatesNoMoreThan(Row row) {
    assertThat(MEASURED.get(row))
        .as("bytes over untraced")
        .isLessThanOrEqualTo(row.limit + OF_THE_JDK);
  }
}
