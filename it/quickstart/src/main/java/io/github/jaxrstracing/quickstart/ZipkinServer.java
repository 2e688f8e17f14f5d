// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real Zipkin server with its store in memory: a process of its own on a port that it chose. */
public final class ZipkinServer implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("Serving HTTP at .*http://127\\.0\\.0\\.1:(\\d+)/");

  private final Path log;
  private final Process process;
  private final CompletableFuture<URI> listening = new CompletableFuture<>();
  private final URI uri;

  /**
   * Starts the server; it answers when this returns.
   *
   * @param jar the executable jar of the server
   * @param log takes what the server prints
   * @throws IOException when the server does not start
   * @throws InterruptedException when somebody ends the wait for it
   */
  public ZipkinServer(Path jar, Path log) throws IOException, InterruptedException {
    if (!Files.exists(jar)) {
      throw new IOException("There is no Zipkin server at " + jar.toAbsolutePath().normalize());
    }
    this.log = log;
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--armeria.ports[0].address=127.0.0.1",
                "--armeria.ports[0].port=0",
                "--armeria.ports[0].protocols[0]=http")
            .redirectErrorStream(true)
            .start();
    // Also where this JVM is told to end before anybody closes the server.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Thread reader = new Thread(this::copyLog, "zipkin-log");
    reader.setDaemon(true);
    reader.start();
    uri = awaitUri();
  }

  private void copyLog() {
    try (BufferedReader lines = process.inputReader(UTF_8);
        BufferedWriter copy = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.write(line + '\n');
        copy.flush();
        Matcher found = LISTENING.matcher(line);
        if (found.find()) {
          listening.complete(URI.create("http://127.0.0.1:" + found.group(1)));
        }
      }
      listening.completeExceptionally(new IOException("Zipkin has ended, see " + log));
    } catch (IOException e) {
      listening.completeExceptionally(e);
    }
  }

  private URI awaitUri() throws IOException, InterruptedException {
    try {
      return listening.get(2, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IOException("Zipkin does not start, see " + log, e);
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  /**
   * Where it answers.
   *
   * @return its base URI
   */
  public URI uri() {
    return uri;
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
