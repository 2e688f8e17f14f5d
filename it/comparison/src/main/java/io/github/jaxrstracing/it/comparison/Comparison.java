// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Measures what other libraries allocate for each request and call over the same one untraced, and
 * prints a table. Each measurement has a JVM of its own; the exit code is 0 when all made the spans
 * that they should.
 */
public final class Comparison {
  /** By count, since on a busy machine the compiler may take all of the time. */
  private enum Compiler {
    C2("60000", "-XX:TieredStopAtLevel=4"),
    C1("3000", "-XX:TieredStopAtLevel=1");

    final String warmUp;
    final String option;

    Compiler(String warmUp, String option) {
      this.warmUp = warmUp;
      this.option = option;
    }
  }

  private Comparison() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder("\n| bytes over untraced | C2 | C1 |\n|---|--:|--:|\n");
    Subject[] subjects = Subject.values();
    long untracedC2 = 0;
    long untracedC1 = 0;
    for (int i = 0; i < subjects.length; i++) {
      long c2 = measure(subjects[i], Compiler.C2);
      long c1 = measure(subjects[i], Compiler.C1);
      System.out.printf(
          "[%d/%d] %-52s %,7d B with C2, %,7d B with C1%n",
          i + 1, subjects.length, subjects[i].title, c2, c1);
      if (subjects[i].spans == 0) {
        untracedC2 = c2;
        untracedC1 = c1;
      } else {
        table.append(
            "| %s | %d | %d |\n".formatted(subjects[i].title, c2 - untracedC2, c1 - untracedC1));
      }
    }
    System.out.print(table);
  }

  private static long measure(Subject subject, Compiler compiler)
      throws IOException, InterruptedException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                compiler.option,
                "-Xbatch",
                "-XX:+UseSerialGC",
                "-Xms512m",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Measurement.class.getName(),
                subject.name(),
                compiler.warmUp)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jvm.waitFor() != 0) {
      throw new IllegalStateException(compiler + " " + subject + " failed: " + output);
    }
    return Long.parseLong(output.strip());
  }
}
