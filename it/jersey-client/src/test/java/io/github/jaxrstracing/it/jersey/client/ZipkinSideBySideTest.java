// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brave.opentracing.BraveTracer;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.TinyServer;
import io.github.jaxrstracing.it.testkit.ZipkinSpans;
import io.github.jaxrstracing.it.testkit.ZipkinSpans.ZipkinSpan;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.glassfish.jersey.client.ClientProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same call twice, traced once by Brave's own handler and once by ours with {@link
 * HttpTags#ZIPKIN}: Zipkin is told the same of both.
 */
class ZipkinSideBySideTest {
  private final ZipkinSpans theirSpans = new ZipkinSpans();
  private final ZipkinSpans ourSpans = new ZipkinSpans();
  private final BraveClientFilter filter = new BraveClientFilter(theirSpans.tracing());
  private final Client theirs = client(filter);
  private final Client ours =
      client(
          ClientTracingFeature.builder()
              .tracer(BraveTracer.create(ourSpans.tracing()))
              .tags(HttpTags.ZIPKIN)
              .build());
  private TinyServer server;

  private static Client client(Object instrumentation) {
    return ClientBuilder.newBuilder()
        .register(instrumentation)
        .property(ClientProperties.FOLLOW_REDIRECTS, false)
        .build();
  }

  @BeforeEach
  void start() throws IOException {
    server = new TinyServer("127.0.0.1");
  }

  @AfterEach
  void stop() {
    theirs.close();
    ours.close();
    server.close();
    theirSpans.close();
    ourSpans.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /orders/7?a=b, 200",
    "GET,    '',            200",
    "GET,    /,             200",
    "GET,    /a%20b,        200",
    "DELETE, /status/202,   202",
    "GET,    /redirect,     302",
    "GET,    /status/400,   400",
    "GET,    /status/404,   404",
    "GET,    /status/503,   503",
  })
  void tellsWhatBravesHandlerTells(String method, String path, int status) throws Exception {
    ZipkinSpan byBrave = call(theirs, theirSpans, method, path, status);
    ZipkinSpan byUs = call(ours, ourSpans, method, path, status);

    assertThat(byUs).isEqualTo(byBrave);
    assertThat(byUs.name()).isEqualTo(method);
    assertThat(byUs.kind()).isEqualTo("CLIENT");
    assertThat(byUs.remoteIp()).isEqualTo("127.0.0.1");
    assertThat(byUs.remotePort()).isEqualTo(server.port());
  }

  private ZipkinSpan call(Client client, ZipkinSpans spans, String method, String path, int status)
      throws InterruptedException {
    try (Response response = client.target(server.uri(path)).request().method(method)) {
      assertThat(response.getStatus()).isEqualTo(status);
    }
    return spans.next();
  }

  @Test
  void tellsNoEndpointOfANameAsBravesHandlerDoes() throws Exception {
    URI byName = URI.create("http://localhost:" + server.port() + "/x");

    theirs.target(byName).request().get().close();
    ours.target(byName).request().get().close();

    ZipkinSpan byUs = ourSpans.next();
    assertThat(byUs).isEqualTo(theirSpans.next());
    assertThat(byUs.remoteIp()).isNull();
  }

  @Test
  void tellsAFailureAsBravesHandlerDoes() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:" + closedPort() + "/x");

    filter.failed(failureOf(theirs, nobody).getCause());
    failureOf(ours, nobody);

    ZipkinSpan byUs = ourSpans.next();
    assertThat(byUs).isEqualTo(theirSpans.next());
    assertThat(byUs.tags().get("error")).startsWith("Connection refused");
  }

  private static ProcessingException failureOf(Client client, URI uri) {
    return catchThrowableOfType(
        ProcessingException.class, () -> client.target(uri).request().get());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
