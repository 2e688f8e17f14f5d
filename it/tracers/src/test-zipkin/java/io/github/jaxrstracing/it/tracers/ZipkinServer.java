// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real Zipkin server with its store in memory: a process of its own on a port that it chose. */
final class ZipkinServer implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("Serving HTTP at .*http://127\\.0\\.0\\.1:(\\d+)/");

  private final Path log = Path.of("target", "zipkin.log");
  private final Process process;
  private final URI uri;

  ZipkinServer() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "zipkin.jar").toString(),
                "--armeria.ports[0].address=127.0.0.1",
                "--armeria.ports[0].port=0",
                "--armeria.ports[0].protocols[0]=http")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    uri = URI.create("http://127.0.0.1:" + awaitPort());
  }

  private int awaitPort() {
    try {
      return Awaitility.await("Zipkin listens, see " + log)
          .atMost(Duration.ofMinutes(2))
          .failFast("Zipkin has ended, see " + log, () -> !process.isAlive())
          .until(this::port, port -> port > 0);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private int port() throws IOException {
    Matcher line = LISTENING.matcher(Files.readString(log, UTF_8));
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  /** Where spans go. */
  String endpoint() {
    return uri + "/api/v2/spans";
  }

  /** Asks the API. */
  String get(String path) throws IOException, InterruptedException {
    return Requests.get(uri.resolve(path));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
