// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.opentracing.Span;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.sse.SseEventSource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of events: the call that opens one has a span; what comes later belongs to nobody. */
class EventSourceTest extends ClientContract implements OnHttpUrlConnection {
  private final BlockingQueue<String> toSend = new LinkedBlockingQueue<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer events;

  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @BeforeEach
  void startEvents() throws IOException {
    events = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    events.setExecutor(threads);
    events.createContext("/", this::send);
    events.start();
  }

  private void send(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (exchange;
        OutputStream body = exchange.getResponseBody()) {
      body.flush();
      for (String event = toSend.take(); !event.isEmpty(); event = toSend.take()) {
        body.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stopEvents() {
    toSend.add("");
    events.stop(0);
    threads.shutdownNow();
  }

  private WebTarget target() {
    return client().target("http://127.0.0.1:" + events.getAddress().getPort());
  }

  private void see() {
    Span active = tracer.activeSpan();
    seen.add(active == null ? "none" : active.context().toSpanId());
  }

  @Test
  void callIsChildOfTheSpanThatOpensTheSourceAndEventsHaveNone() throws Exception {
    try (SseEventSource source =
        SseEventSource.target(target()).reconnectingEvery(1, TimeUnit.DAYS).build()) {
      Span parent =
          inParent(
              () -> {
                source.register(event -> see());
                source.open();
                toSend.add("while the span is active");
                awaitSoon().until(() -> seen.size() == 1);
                return null;
              });
      toSend.add("later");

      awaitSoon().until(() -> seen.size() == 2);
      assertThat(seen).containsOnly("none");
      assertThat(tracer.openScopes()).isEmpty();
      assertThat(span().parentId()).isEqualTo(parent.context().toSpanId());
    }
  }

  @Test
  void callsOutOfAnEventAreRoots() throws Exception {
    WebTarget other = client().target(server.uri("/orders"));
    try (SseEventSource source =
        SseEventSource.target(target()).reconnectingEvery(1, TimeUnit.DAYS).build()) {
      source.register(event -> other.request().async().get(String.class));
      inParent(
          () -> {
            source.open();
            return null;
          });
      toSend.add("later");

      assertThat(spans(2)).extracting(FinishedSpan::parentId).containsNull();
    }
  }
}
