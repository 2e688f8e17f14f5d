// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.verdict;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** One host: a process of its own, which is asked over HTTP for everything. */
final class Host implements AutoCloseable {
  /** The span that the requests say they come from. */
  static final long CALLER_SPAN = 4711;

  private static final Duration TO_START = Duration.ofSeconds(100);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;
  private final Properties properties;
  private final int port;
  private final Process process;

  private Host(Path folder, Properties properties, int port, Process process) {
    this.folder = folder;
    this.properties = properties;
    this.port = port;
    this.process = process;
  }

  static Properties properties(Path folder) throws IOException {
    Properties properties = new Properties();
    try (var file = Files.newBufferedReader(folder.resolve("target/classes/host.properties"))) {
      properties.load(file);
    }
    return properties;
  }

  static Path log(Path folder) {
    return folder.resolve("target/host.log");
  }

  /** Starts the host and returns when it answers. */
  static Host start(Path folder, Path jdk) throws IOException, InterruptedException {
    Properties properties = properties(folder);
    int port = freePort();
    String classPath = "target/classes:" + Files.readString(folder.resolve("target/class-path"));
    List<String> command = new ArrayList<>();
    for (String word : properties.getProperty("command").split(" ")) {
      command.add(
          word.replace("{java}", jdk.resolve("bin/java").toString())
              .replace("{classpath}", classPath)
              .replace("{port}", String.valueOf(port)));
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(log(folder).toFile());
    builder.environment().put("JAVA_HOME", jdk.toString());
    Host host = new Host(folder, properties, port, builder.start());
    host.awaitStart();
    return host;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TO_START.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IOException("does not answer, see " + log(folder));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return send("GET", "/spans", 0).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  String path() {
    return properties.getProperty("path");
  }

  String url() {
    return "http://localhost:" + port + path();
  }

  /** Sends a request as a service of the trace would. */
  HttpResponse<String> send(String method, String path, long trace)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher body =
        method.equals("POST")
            ? HttpRequest.BodyPublishers.ofString("a book")
            : HttpRequest.BodyPublishers.noBody();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "text/plain")
            .method(method, body);
    if (trace != 0) {
      request.header("traceid", String.valueOf(trace));
      request.header("spanid", String.valueOf(CALLER_SPAN));
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What the library has written into the log of the host. */
  List<String> linesOfTheLibrary() throws IOException {
    return Files.readAllLines(log(folder)).stream()
        .filter(line -> line.contains("jaxrstracing") || line.contains("Hooks"))
        .filter(line -> !line.contains(".hosts."))
        .filter(line -> !line.trim().startsWith("at "))
        .toList();
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> processes = new ArrayList<>(process.descendants().toList());
    processes.add(process.toHandle());
    processes.forEach(ProcessHandle::destroy);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      processes.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
