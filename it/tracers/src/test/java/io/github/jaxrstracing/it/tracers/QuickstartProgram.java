// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jaxrstracing.quickstart.Quickstart;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The quickstart as users run it: a process with options, a keyboard and a screen. */
final class QuickstartProgram implements AutoCloseable {
  private final List<String> printed = new ArrayList<>();
  private final Process process;
  private final BufferedReader screen;

  QuickstartProgram(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Quickstart.class.getName()));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    screen = process.inputReader(UTF_8);
  }

  /** Reads what is printed up to such a line; fails where the program ends before. */
  String awaitLine(Predicate<String> wanted) throws IOException {
    for (String line = screen.readLine(); line != null; line = screen.readLine()) {
      printed.add(line);
      if (wanted.test(line)) {
        return line;
      }
    }
    throw new AssertionError("The quickstart has ended: " + printed);
  }

  void pressEnter() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  void endInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Waits for the end of the program. */
  int exitCode() throws IOException, InterruptedException {
    for (String line = screen.readLine(); line != null; line = screen.readLine()) {
      printed.add(line);
    }
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The quickstart does not end: " + printed);
    }
    return process.exitValue();
  }

  Stream<String> printed() {
    return printed.stream();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
