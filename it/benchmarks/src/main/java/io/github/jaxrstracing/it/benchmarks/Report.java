// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.it.benchmarks.Measurement.Compiler;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** The tables, in Markdown. */
final class Report {
  /** What JMH itself allocates in a second, for each of its operations; no object is smaller. */
  private static final int NOISE = 8;

  private final Results results;
  private final PrintStream out = System.out;

  Report(Results results) {
    this.results = results;
  }

  boolean print(Effort effort) {
    boolean met = verdicts();
    processorTime();
    if (effort != Effort.QUICK) {
      options();
      sizes();
      threads();
    }
    out.println(met ? "\nAll targets are met." : "\nNOT all targets are met.");
    return met;
  }

  private boolean verdicts() {
    out.println("\nAllocated bytes, over the same request untraced:\n");
    out.println(
        "| | compiler | untraced | empty listener | empty pair | floor | floor + listener | ours |"
            + " target | |");
    out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|---|");
    boolean all = true;
    for (Row row : Row.all()) {
      long ours = results.bytesOver(row.measured(), row.untraced());
      Integer target = row.target();
      boolean met = target == null || ours <= target + noise(row.compiler());
      all &= met;
      out.printf(
          "| %s | %s | %,.0f | %s | %s | %s | %s | %,d | %s | %s |%n",
          row.name(),
          row.compiler(),
          results.bytes(row.untraced()),
          over(row.listener(), row),
          over(row.pair(), row),
          over(row.floor(), row),
          over(row.floorAndListener(), row),
          ours,
          target == null ? "–" : target,
          target == null ? "" : met ? "met" : "NOT MET");
    }
    return all;
  }

  private static int noise(Compiler compiler) {
    return compiler == Compiler.C1 ? 0 : NOISE;
  }

  private String over(@Nullable Measurement measurement, Row row) {
    return measurement == null
        ? "–"
        : String.format("%,d", results.bytesOver(measurement, row.untraced()));
  }

  private void processorTime() {
    out.println("\nProcessor time in microseconds, with C2:\n");
    out.println(
        "| | untraced | empty listener | empty pair | floor | floor + listener | ours | ours / untraced |");
    out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
    for (Row row : Row.all()) {
      if (row.compiler() == Compiler.C1) {
        continue;
      }
      out.printf(
          "| %s | %s | %s | %s | %s | %s | %s | %.2f |%n",
          row.name(),
          micros(row.untraced()),
          micros(row.listener()),
          micros(row.pair()),
          micros(row.floor()),
          micros(row.floorAndListener()),
          micros(row.measured()),
          results.cpuNanos(row.measured()) / results.cpuNanos(row.untraced()));
    }
  }

  private String micros(@Nullable Measurement measurement) {
    return measurement == null ? "–" : String.format("%.2f", results.cpuNanos(measurement) / 1_000);
  }

  private void options() {
    out.println("\nEach option by itself, with C2:\n");
    out.println("| | bytes over untraced | processor time / untraced |");
    out.println("|---|--:|--:|");
    for (Case option : Benchmarks.options()) {
      Measurement ours = Measurement.of(option, Compiler.C2);
      Measurement untraced = Measurement.of(option.untraced(), Compiler.C2);
      out.printf(
          "| %s, %s | %,d | %.2f |%n",
          option.side().name().toLowerCase(java.util.Locale.ROOT),
          option.option(),
          results.bytesOver(ours, untraced),
          results.cpuNanos(ours) / results.cpuNanos(untraced));
    }
  }

  private void sizes() {
    out.println("\nLarger requests and applications, with C2:\n");
    out.println("| | untraced | floor | ours | processor time: untraced | floor | ours |");
    out.println("|---|--:|--:|--:|--:|--:|--:|");
    for (Case size : Scaling.sizes()) {
      Measurement untraced = Measurement.of(size.untraced(), Compiler.C2);
      Measurement floor = Measurement.of(size.with(Subject.FLOOR), Compiler.C2);
      Measurement ours = Measurement.of(size, Compiler.C2);
      out.printf(
          "| %s | %,.0f | %,d | %,d | %s | %s | %s |%n",
          size.size(),
          results.bytes(untraced),
          results.bytesOver(floor, untraced),
          results.bytesOver(ours, untraced),
          micros(untraced),
          micros(floor),
          micros(ours));
    }
  }

  private void threads() {
    out.printf(
        "%nRequests a second on %d processors, server, with C2:%n%n",
        Runtime.getRuntime().availableProcessors());
    out.println("| threads | untraced | traced | traced / untraced |");
    out.println("|--:|--:|--:|--:|");
    for (int threads : Scaling.THREADS) {
      double untraced = results.perSecond(Scaling.threaded(threads, Subject.UNTRACED));
      double ours = results.perSecond(Scaling.threaded(threads, Subject.OURS));
      out.printf("| %d | %,.0f | %,.0f | %.2f |%n", threads, untraced, ours, ours / untraced);
    }
  }
}
