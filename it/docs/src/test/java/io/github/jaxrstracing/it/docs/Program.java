// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.PATIENCE;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A class that runs as a program of its own. */
final class Program implements AutoCloseable {
  private final Path log;
  private final Process process;

  /** Runs a snippet. */
  Program(String type, Snippet snippet) throws IOException {
    Path classes = snippet.compiled();
    log = classes.resolve("output.log");
    process = start(List.of("-XX:TieredStopAtLevel=1"), classes + File.pathSeparator, type);
  }

  /** Runs a class of this module. */
  Program(List<String> options, Class<?> type, String... arguments) throws IOException {
    log =
        Files.createTempFile(
            Files.createDirectories(Path.of("target")), type.getSimpleName(), ".log");
    process = start(options, "", type.getName(), arguments);
  }

  private Process start(List<String> options, String classes, String type, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classes + System.getProperty("java.class.path"), type));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Waits until it listens. */
  void awaitPort(int port) {
    await()
        .atMost(PATIENCE.multipliedBy(3))
        .failFast("the program has ended, see " + log, () -> !process.isAlive())
        .until(() -> isOpen(port));
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Waits for its end, and says how it ended. */
  int result() throws InterruptedException {
    return process.waitFor(5, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
