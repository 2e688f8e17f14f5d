// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs each host in a JVM of its own, one after the other. */
public final class Soak {
  private static final String HEAP = "-Xmx512m";
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private Soak() {}

  /**
   * Runs all hosts. The exit code is 0 only when each of them was good.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Settings settings = Settings.fromSystemProperties();
    List<String> failed = new ArrayList<>();
    try {
      for (Host host : Settings.hosts()) {
        if (process(host, settings).inheritIO().start().waitFor() != 0) {
          failed.add(host.title());
        }
      }
    } catch (IOException e) {
      failed.add(e.toString());
    } catch (InterruptedException e) {
      failed.add("interrupted");
    }
    System.out.println(
        failed.isEmpty() ? "OK: the ledger of every host balances." : "FAILED: " + failed);
    System.exit(failed.isEmpty() ? 0 : 1);
  }

  /** The JVM of a host; its exit code is 0 only when everything was good. */
  static ProcessBuilder process(Host host, Settings settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HEAP);
    if (!settings.isLong()) {
      command.addAll(QUICK); // else the compiler does more than the requests
    }
    command.addAll(List.of("-classpath", host.classPath()));
    command.addAll(settings.asArguments());
    command.addAll(List.of(HostRun.class.getName(), host.name()));
    return new ProcessBuilder(command);
  }
}
