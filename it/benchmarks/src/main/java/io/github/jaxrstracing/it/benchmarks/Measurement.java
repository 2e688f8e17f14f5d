// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One case, with one compiler and a number of threads.
 *
 * @param about the case
 * @param compiler C1 shows each allocation that is written; C2 is what a server runs with
 * @param threads how many threads run it at the same time
 */
record Measurement(Case about, Compiler compiler, int threads) {
  enum Compiler {
    C1,
    C2
  }

  static Measurement of(Case about, Compiler compiler) {
    return new Measurement(about, compiler, 1);
  }

  /**
   * What one JVM gave.
   *
   * @param bytes allocated for each operation
   * @param cpuNanos processor time for each operation
   * @param perSecond operations in a second, of all threads
   */
  record Outcome(double bytes, double cpuNanos, double perSecond) {}

  Outcome run(Effort effort) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(ExchangeBenchmark.class.getName())
            .mode(org.openjdk.jmh.annotations.Mode.Throughput)
            .timeUnit(java.util.concurrent.TimeUnit.SECONDS)
            .threads(threads)
            .forks(1)
            .warmupIterations(effort.warmupSeconds)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(effort.seconds)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .jvmArgsAppend("-Xbatch", "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");
    if (compiler == Compiler.C1) {
      options.jvmArgsAppend("-XX:TieredStopAtLevel=1");
    }
    about.parameters().forEach((name, value) -> options.param(name, value));
    RunResult result = new Runner(options.build()).runSingle();
    return new Outcome(
        secondary(result, "gc.alloc.rate.norm"),
        secondary(result, CpuProfiler.LABEL),
        result.getPrimaryResult().getScore());
  }

  private static double secondary(RunResult result, String label) {
    for (Result<?> each : result.getSecondaryResults().values()) {
      if (each.getLabel().endsWith(label)) {
        return each.getScore();
      }
    }
    throw new IllegalStateException("JMH did not measure " + label);
  }

  @Override
  public String toString() {
    return compiler + " " + about + (threads == 1 ? "" : ", " + threads + " threads");
  }
}
