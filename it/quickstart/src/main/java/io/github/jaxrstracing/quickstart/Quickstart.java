// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts three services and shows their traces, or shows what {@code -Dshow} names. */
public final class Quickstart {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  // What the servers log of their start and of the planned exceptions would hide the traces.
  private static final Logger SERVERS = Logger.getLogger("org.glassfish");

  private Quickstart() {}

  /**
   * Runs it all. The exit code is 0 only when every request left one whole trace.
   *
   * @param arguments none; what is asked for comes as system properties
   */
  public static void main(String[] arguments) {
    silenceServers();
    Terminal terminal = Terminal.of(System.out, isInteractive(), System.getenv());
    try {
      System.exit(run(Options.of(System::getProperty), terminal));
    } catch (WrongOption e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      e.printStackTrace();
      System.exit(2); // the threads of a server that did start would keep the JVM
    }
  }

  @SuppressWarnings("SystemConsoleNull") // the command says jdk.console=java.base
  private static boolean isInteractive() {
    return System.console() != null;
  }

  static void silenceServers() {
    SERVERS.setLevel(Level.OFF);
  }

  private static int run(Options options, Terminal terminal)
      throws IOException, InterruptedException {
    if (!options.show().isEmpty()) {
      show(options.show(), terminal);
      return 0;
    }
    options.backend().connect();
    try (ZipkinServer zipkin = options.startZipkin() ? startZipkin(terminal) : null) {
      Backend backend = options.backend();
      return run(zipkin == null ? backend : backend.with(zipkin.uri()), terminal);
    }
  }

  private static void show(String list, Terminal terminal)
      throws IOException, InterruptedException {
    if (list.equals("help")) {
      terminal.out().println("-Dshow can be\n" + Topics.help());
      return;
    }
    for (Topics topic : Topics.named(list)) {
      topic.show(terminal);
    }
  }

  private static ZipkinServer startZipkin(Terminal terminal)
      throws IOException, InterruptedException {
    terminal.out().println("Starting Zipkin ...");
    return new ZipkinServer(Path.of("target", "zipkin.jar"), Path.of("target", "zipkin.log"));
  }

  private static int run(Backend backend, Terminal terminal)
      throws IOException, InterruptedException {
    terminal.out().println("Starting three services: shop calls stock and prices ...");
    Collector collector = new Collector();
    Services services =
        new Services(name -> Telemetry.tracer(name, collector, backend), Services::tracedClient);
    Demonstration demonstration = new Demonstration(collector, services, backend, terminal);
    Verdict verdict =
        backend.isThere()
            ? demonstration.runUntilEnter(PATIENCE, System.in)
            : demonstration.run(PATIENCE);
    return verdict.exitCode();
  }
}
