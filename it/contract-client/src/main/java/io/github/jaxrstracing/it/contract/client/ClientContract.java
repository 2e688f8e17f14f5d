// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.mock.MockSpan;
import io.opentracing.tag.Tags;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server, a tracer and a traced client; and what must hold after each test of each contract. */
@Timeout(30)
public abstract class ClientContract implements Transport {
  protected final CountingTracer tracer = new CountingTracer();
  private final List<Client> clients = new ArrayList<>();
  protected Warnings warnings;
  protected TinyServer server;

  @BeforeEach
  void startServer() throws IOException {
    warnings = new Warnings();
    server = new TinyServer("127.0.0.1");
  }

  @AfterEach
  void leavesNothingBehind() {
    server.release();
    try {
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .untilAsserted(
              () -> {
                assertThat(tracer.finished()).hasSize(tracer.started());
                assertThat(tracer.open()).as("open scopes").isZero();
              });
      assertThat(tracer.closedElsewhere()).isZero();
      assertThat(tracer.finished()).allSatisfy(s -> assertThat(s.generatedErrors()).isEmpty());
      assertThat(tracer.activeSpan()).isNull();
      assertThat(warnings.messages()).isEmpty();
    } finally {
      clients.forEach(Client::close);
      server.close();
      warnings.close();
    }
  }

  /** A client with this connector, traced. */
  protected Client client() {
    return client(builder -> builder.register(new ClientTracingFeature(tracer)));
  }

  protected Client client(Consumer<ClientBuilder> settings) {
    ClientBuilder builder = clientBuilder();
    settings.accept(builder);
    Client client = builder.build();
    clients.add(client);
    return client;
  }

  protected Invocation.Builder request(String path) {
    return request(server.uri(path));
  }

  protected Invocation.Builder request(URI uri) {
    return client().target(uri).request();
  }

  /** Runs this with a span active and returns that span, finished. */
  protected MockSpan inParent(Callable<?> calls) throws Exception {
    Span parent = tracer.buildSpan("parent").start();
    try (Scope scope = tracer.activateSpan(parent)) {
      assertThat(scope).isNotNull();
      calls.call();
    } finally {
      parent.finish();
    }
    return (MockSpan) parent;
  }

  protected static int status(Response response) {
    try (response) {
      response.readEntity(String.class);
      return response.getStatus();
    }
  }

  /** The client spans, once all have finished. */
  protected List<MockSpan> spans(int count) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(
            () -> {
              assertThat(clientSpans()).hasSize(count);
              assertThat(tracer.finished()).hasSize(tracer.started());
            });
    return clientSpans();
  }

  protected MockSpan span() {
    return spans(1).get(0);
  }

  private List<MockSpan> clientSpans() {
    return tracer.finished().stream()
        .filter(s -> Tags.SPAN_KIND_CLIENT.equals(s.tags().get(Tags.SPAN_KIND.getKey())))
        .toList();
  }

  /** The context that came over the wire with a request, as {@code traceid/spanid}. */
  protected static String wire(TinyServer.Received received) {
    return received.headers().get("traceid") == null
        ? "none"
        : String.join(",", received.headers().get("traceid"))
            + "/"
            + String.join(",", received.headers().get("spanid"));
  }

  protected static String wire(MockSpan span) {
    return span.context().toTraceId() + "/" + span.context().toSpanId();
  }
}
