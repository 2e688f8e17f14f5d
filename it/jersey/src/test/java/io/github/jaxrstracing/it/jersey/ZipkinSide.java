// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerEnvironment;
import io.github.jaxrstracing.it.testkit.ZipkinSpans;
import io.github.jaxrstracing.it.testkit.ZipkinSpans.ZipkinSpan;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.glassfish.jersey.server.ResourceConfig;

/** A server with {@link ZipkinResources} and the Brave that one instrumentation reports to. */
record ZipkinSide(ZipkinSpans spans, RunningServer server) {
  static ZipkinSide start(ServerEnvironment environment, ZipkinSpans spans, Object instrumentation)
      throws Exception {
    ResourceConfig application = new ResourceConfig(ZipkinResources.ALL);
    return new ZipkinSide(spans, environment.start(application.register(instrumentation)));
  }

  /** The span of a request, and what its client knows of it. */
  record Answer(ZipkinSpan span, int status, int clientPort) {
    boolean tellsClientPort() {
      return span.remotePort() == clientPort;
    }
  }

  /** Sends a request on a connection of its own. */
  Answer ask(String method, String path, String header) throws IOException, InterruptedException {
    URI base = server.baseUri();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String request =
          "%s %s HTTP/1.1\r\nHost: h\r\n%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
              .formatted(method, path, header);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] response = socket.getInputStream().readAllBytes();
      String status = new String(response, StandardCharsets.US_ASCII).split(" ", 3)[1];
      return new Answer(spans.next(), Integer.parseInt(status), socket.getLocalPort());
    }
  }

  void close() throws Exception {
    server.stop().stop();
    spans.close();
  }
}
