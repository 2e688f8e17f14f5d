// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Where tracers send spans; it keeps what comes and understands none of it. */
final class Backend implements AutoCloseable {
  /**
   * One request of a tracer.
   *
   * @param path where it went
   * @param sent how many bytes came over the wire
   * @param body what they say, unpacked
   */
  record Report(String path, int sent, byte[] body) {}

  private final List<Report> reports = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Backend() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  /** Its host and port. */
  String authority() {
    return "127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Report> reports() {
    return reports;
  }

  /** All that has come; the names of spans and tags are readable in every format. */
  String text() {
    return reports.stream()
        .map(report -> report.path() + '\n' + new String(report.body(), ISO_8859_1))
        .collect(Collectors.joining("\n"));
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      try (InputStream body = new java.io.ByteArrayInputStream(sent);
          InputStream plain = zipped ? new GZIPInputStream(body) : body) {
        reports.add(
            new Report(exchange.getRequestURI().getPath(), sent.length, plain.readAllBytes()));
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
