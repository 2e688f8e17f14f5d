// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether every request left one whole trace, and nothing else was left.
 *
 * @param findings one for each request, in their order
 * @param strays the traces that belong to no request
 */
record Verdict(List<Finding> findings, List<Trace> strays) {
  static Verdict of(List<Scenario> scenarios, List<Trace> traces) {
    List<Trace> strays = new ArrayList<>(traces);
    List<Finding> findings = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      Trace trace = strays.stream().filter(scenario::began).findFirst().orElse(null);
      strays.remove(trace);
      findings.add(new Finding(scenario, trace));
    }
    return new Verdict(List.copyOf(findings), List.copyOf(strays));
  }

  int exitCode() {
    return isWhole() ? 0 : 1;
  }

  boolean isWhole() {
    return strays.isEmpty() && findings.stream().allMatch(finding -> finding.faults().isEmpty());
  }

  int tracesFound() {
    return (int) traces().count();
  }

  int spansExpected() {
    return findings.stream().mapToInt(finding -> finding.scenario().spans().size()).sum();
  }

  int spansFound() {
    return traces().mapToInt(trace -> trace.spans().size()).sum();
  }

  int orphans() {
    return traces().mapToInt(trace -> trace.orphans().size()).sum();
  }

  private Stream<Trace> traces() {
    return Stream.concat(
        findings.stream().map(Finding::trace).filter(Objects::nonNull), strays.stream());
  }

  /**
   * What one request left.
   *
   * @param scenario the request
   * @param trace its trace, or {@code null} when it left none
   */
  record Finding(Scenario scenario, @Nullable Trace trace) {
    /** What is wrong; empty when the trace is whole. */
    List<String> faults() {
      if (trace == null) {
        return List.of("no trace");
      }
      List<String> faults = new ArrayList<>();
      List<String> missing = new ArrayList<>(scenario.spans());
      for (SpanData span : trace.spans()) {
        String place = trace.placeOf(span);
        if (!missing.remove(place)) {
          faults.add("not expected: " + place);
        }
      }
      missing.forEach(place -> faults.add("missing: " + place));
      return faults;
    }
  }
}
