// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Answers {@code /status/<code>} with that code, {@code /redirect} with a redirect to {@code
 * /target}, {@code /slow} when released, everything else with the request's body or {@code ok}.
 */
public final class TinyServer implements AutoCloseable {
  /** A request as it came over the wire. */
  public record Received(String path, Headers headers) {}

  static {
    // Otherwise an answer waits up to 40 ms for the acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final String host;

  public TinyServer(String address) throws IOException {
    this.host = address.contains(":") ? "[" + address + "]" : address;
    this.server = HttpServer.create(new InetSocketAddress(address, 0), 256);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI uri(String path) {
    return URI.create("http://" + host + ":" + port() + path);
  }

  public List<Received> received() {
    return received;
  }

  /** Lets {@code /slow} answer. */
  public void release() {
    released.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      received.add(new Received(path, exchange.getRequestHeaders()));
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.equals("/slow")) {
        waitForRelease();
      }
      if (path.equals("/redirect")) {
        exchange.getResponseHeaders().set("Location", uri("/target").toString());
      }
      int status = path.equals("/redirect") ? 302 : status(path);
      byte[] content = body.length > 0 ? body : "ok".getBytes(StandardCharsets.UTF_8);
      boolean hasBody = status >= 200 && status != 204 && status != 304;
      if (hasBody) {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
      }
      exchange.sendResponseHeaders(status, hasBody ? content.length : -1);
      if (hasBody) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  private static int status(String path) {
    return path.startsWith("/status/") ? Integer.parseInt(path.substring(8)) : 200;
  }

  private void waitForRelease() {
    try {
      if (!released.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("never released");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
