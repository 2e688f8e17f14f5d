// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the two filters do without any hooks, as on an implementation that is not known. */
class PairAloneTest {
  private final MockTracer tracer = new MockTracer();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final ClientBuilder builder = ClientBuilder.newBuilder();
  private HttpServer server;
  private Client client;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestHeaders().getFirst("spanid"));
    exchange.getRequestBody().readAllBytes();
    int status = exchange.getRequestURI().getPath().equals("/missing") ? 404 : 204;
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterEach
  void stopServer() {
    client.close();
    server.stop(0);
    assertThat(tracer.activeSpan()).isNull();
  }

  private Invocation.Builder request(String path) {
    builder.register(TracedClients.feature(ClientTracingFeature.builder().tracer(tracer)));
    client = builder.build();
    return client.target("http://127.0.0.1:" + server.getAddress().getPort() + path).request();
  }

  private MockSpan span() {
    assertThat(tracer.finishedSpans()).hasSize(1);
    return tracer.finishedSpans().get(0);
  }

  @Test
  void synchronousCallIsChildOfTheActiveSpan() {
    Span parent = tracer.buildSpan("parent").start();
    try (Scope scope = tracer.activateSpan(parent)) {
      assertThat(scope).isNotNull();
      request("/missing").get().close();
    }

    assertThat(span().parentId()).isEqualTo(((MockSpan) parent).context().spanId());
    assertThat(span().tags()).containsEntry("http.status_code", 404).containsEntry("error", true);
    assertThat(received).containsExactly(span().context().toSpanId());
  }

  @Test
  void asynchronousCallTakesItsParentFromTheRequest() throws Exception {
    Span parent = tracer.buildSpan("parent").start();

    request("/a")
        .property(ClientTracingFeature.CHILD_OF, parent)
        .async()
        .get()
        .get(20, TimeUnit.SECONDS)
        .close();

    assertThat(span().parentId()).isEqualTo(((MockSpan) parent).context().spanId());
  }

  @Test
  void sameInvocationTwiceIsTwoSpans() {
    Invocation invocation = request("/a").buildPost(Entity.text("x"));

    invocation.invoke().close();
    invocation.invoke().close();

    assertThat(tracer.finishedSpans()).hasSize(2);
    assertThat(received)
        .containsExactlyElementsOf(
            tracer.finishedSpans().stream().map(s -> s.context().toSpanId()).toList());
  }

  @Test
  void abortedCallHasItsStatus() {
    builder.register(
        (ClientRequestFilter) request -> request.abortWith(Response.status(403).build()));

    request("/a").get().close();

    assertThat(span().tags()).containsEntry("http.status_code", 403);
    assertThat(received).isEmpty();
  }

  @Test
  void callThatIsAbortedBeforeItIsSentHasNoSpan() {
    builder.register(
        (ClientRequestFilter) request -> request.abortWith(Response.status(403).build()),
        Priorities.AUTHENTICATION);

    request("/a").get().close();

    assertThat(tracer.finishedSpans()).isEmpty();
  }

  @Test
  void responseFilterThatThrowsComesTooLateForTheSpan() {
    builder.register(
        (ClientResponseFilter)
            (request, response) -> {
              throw new IllegalStateException("by a filter");
            });

    assertThatThrownBy(() -> request("/a").get()).isInstanceOf(ProcessingException.class);

    assertThat(span().tags()).containsEntry("http.status_code", 204).doesNotContainKey("error");
  }

  // The limit of the pair: no filter runs. What hooks are for.
  @Test
  void callWithoutResponseNeverEndsItsSpan() {
    Invocation.Builder request = request("/a");
    server.stop(0);

    assertThatThrownBy(request::get).isInstanceOf(ProcessingException.class);

    assertThat(tracer.finishedSpans()).isEmpty();
  }
}
