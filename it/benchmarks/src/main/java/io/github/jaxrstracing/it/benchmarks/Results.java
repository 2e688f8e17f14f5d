// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.it.benchmarks.Measurement.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured. Of several JVMs the median counts: compilers decide differently in each. */
final class Results {
  private final Map<Measurement, List<Outcome>> outcomes = new HashMap<>();

  void add(Measurement measurement, Outcome outcome) {
    outcomes.computeIfAbsent(measurement, some -> new ArrayList<>()).add(outcome);
  }

  double bytes(Measurement measurement) {
    return median(measurement, Outcome::bytes);
  }

  double cpuNanos(Measurement measurement) {
    return median(measurement, Outcome::cpuNanos);
  }

  double perSecond(Measurement measurement) {
    return median(measurement, Outcome::perSecond);
  }

  /** What a measurement allocates more than the same request untraced. */
  long bytesOver(Measurement measurement, Measurement untraced) {
    return Math.round(bytes(measurement) - bytes(untraced));
  }

  private double median(Measurement measurement, ToDoubleFunction<Outcome> figure) {
    double[] sorted =
        outcomes.getOrDefault(measurement, List.of()).stream()
            .mapToDouble(figure)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("Not measured: " + measurement);
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
