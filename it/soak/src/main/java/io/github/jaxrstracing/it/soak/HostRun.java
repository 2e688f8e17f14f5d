// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.LogManager;

/** The soak of one host, in this JVM. */
final class HostRun {
  // What containers say of provoked failures would hide the report.
  private static final String LOGGING = ".level=OFF\nio.github.jaxrstracing.level=WARNING\n";

  private final Host host;
  private final Settings settings;
  private final Violations violations = new Violations();

  private HostRun(Host host, Settings settings) {
    this.host = host;
    this.settings = settings;
  }

  /**
   * Runs it. The exit code is 0 only when the ledger balances.
   *
   * @param arguments the name of the host
   */
  public static void main(String[] arguments) {
    PrintStream err = System.err;
    System.setErr(
        new PrintStream(OutputStream.nullOutputStream())); // CXF prints what mappers throw
    try {
      LogManager.getLogManager()
          .readConfiguration(new ByteArrayInputStream(LOGGING.getBytes(StandardCharsets.US_ASCII)));
      boolean isGood =
          new HostRun(Host.valueOf(arguments[0]), Settings.fromSystemProperties()).run();
      System.exit(isGood ? 0 : 1);
    } catch (Exception | Error e) {
      e.printStackTrace(err);
      System.exit(2); // the threads of a server that did start would keep the JVM
    }
  }

  private boolean run() throws Exception {
    long began = System.nanoTime();
    say(
        "%s, Java %s%s",
        host.title(),
        Runtime.version().feature(),
        settings.virtualThreads() ? ", virtual threads" : "");
    try (Pools pools = new Pools(settings.virtualThreads())) {
      Stages stages = new Stages(host, settings, pools, violations);
      stages.load();
      if (!settings.isPartial()) {
        new Faults(host, settings, pools, violations).run();
        stages.urls();
      }
    }
    violations.lines().forEach(line -> System.out.println("  ! " + line));
    say(
        "%s: %s (seed %d) in %.0f s",
        host.title(),
        violations.areNone() ? "OK" : "FAILED",
        settings.seed(),
        (System.nanoTime() - began) / 1e9);
    return violations.areNone();
  }

  private static void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
