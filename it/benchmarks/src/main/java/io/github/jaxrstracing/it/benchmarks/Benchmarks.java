// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.it.benchmarks.Measurement.Compiler;
import io.github.jaxrstracing.it.benchmarks.Measurement.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures what tracing costs, and says whether the targets are met: the exit code is 0 when all
 * are. Each measurement has JVMs of its own; they take turns, so that a machine that slows down
 * slows down everything.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs with an {@link Effort}. */
  public static void main(String[] args) throws Exception {
    Effort effort = Effort.valueOf(args[0].toUpperCase(Locale.ROOT));
    List<Turn> turns = turns(effort);
    Results results = new Results();
    int total = turns.size();
    int done = 0;
    long began = System.nanoTime();
    System.out.printf(
        "%d measurements, JDK %s, Jersey in process%n", total, System.getProperty("java.version"));
    for (Turn turn : turns) {
      Outcome outcome = turn.measurement().run(turn.effort());
      results.add(turn.measurement(), outcome);
      done++;
      Duration left = Duration.ofNanos((System.nanoTime() - began) / done * (long) (total - done));
      System.out.printf(
          "[%3d/%d, %2d:%02d left] %-60s %,9.0f B/op %7.2f us%n",
          done,
          total,
          left.toMinutes(),
          left.toSecondsPart(),
          turn.measurement(),
          outcome.bytes(),
          outcome.cpuNanos() / 1_000);
    }
    boolean met = new Report(results).print(effort);
    System.exit(met ? 0 : 1);
  }

  private record Turn(Measurement measurement, Effort effort) {}

  private static List<Turn> turns(Effort effort) {
    List<Turn> turns = new ArrayList<>();
    for (int round = 1; round <= effort.forks; round++) {
      plan(effort).forEach(each -> turns.add(new Turn(each, effort)));
    }
    if (effort == Effort.QUICK) {
      return turns;
    }
    // Bytes are the same after a second. How many requests there are in one is not.
    for (int round = 1; round <= Effort.THOROUGH.forks; round++) {
      Scaling.threads().forEach(each -> turns.add(new Turn(each, Effort.THOROUGH)));
    }
    return turns;
  }

  private static Set<Measurement> plan(Effort effort) {
    Set<Measurement> all = new LinkedHashSet<>();
    for (Row row : Row.all()) {
      all.addAll(row.measurements());
    }
    if (effort == Effort.QUICK) {
      return all;
    }
    for (Case option : options()) {
      all.add(Measurement.of(option, Compiler.C2));
    }
    all.addAll(Scaling.largerOnes());
    return all;
  }

  static List<Case> options() {
    Case server = Case.of(Side.SERVER, Subject.OURS, TracerKind.COUNTING);
    Case client = Case.of(Side.CLIENT, Subject.OURS, TracerKind.COUNTING);
    List<Case> all = new ArrayList<>();
    ServerOptions.names().forEach(name -> all.add(server.with(name)));
    ClientOptions.names().forEach(name -> all.add(client.with(name)));
    return all;
  }
}
