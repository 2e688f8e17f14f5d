// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.NothingLeftBehind;
import io.github.jaxrstracing.it.testkit.RecordingTracer;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.tag.Tags;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server, a tracer and a traced client; and what must hold after each test of each contract. */
@Timeout(30)
@SuppressWarnings("this-escape") // a new tracer needs nothing of the contract
public abstract class ClientContract implements ClientEnvironment {
  protected final RecordingTracer tracer = new RecordingTracer(newTracer());
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
      new NothingLeftBehind(tracer, warnings).check();
    } finally {
      clients.forEach(Client::close);
      server.close();
      warnings.close();
      tracer.close();
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
  protected Span inParent(Callable<?> calls) throws Exception {
    Span parent = tracer.buildSpan("parent").start();
    try (Scope scope = tracer.activateSpan(parent)) {
      assertThat(scope).isNotNull();
      calls.call();
    } finally {
      parent.finish();
    }
    return parent;
  }

  protected static int status(Response response) {
    try (response) {
      // A filter that answered in place of the server may have given an entity that is not read.
      if (response.getEntity() instanceof InputStream) {
        response.readEntity(String.class);
      }
      return response.getStatus();
    }
  }

  /** The client spans, once all have finished. */
  protected List<FinishedSpan> spans(int count) {
    awaitSoon()
        .untilAsserted(
            () -> {
              assertThat(clientSpans()).hasSize(count);
              assertThat(tracer.finished()).hasSize(tracer.started());
            });
    return clientSpans();
  }

  protected FinishedSpan span() {
    return spans(1).get(0);
  }

  private List<FinishedSpan> clientSpans() {
    return tracer.finished().stream()
        .filter(span -> Tags.SPAN_KIND_CLIENT.equals(span.kind()))
        .toList();
  }

  /** The ids that came over the wire with a request, as {@code traceId/spanId}. */
  protected String wire(TinyServer.Received received) {
    return tracer.recorded().idsIn(received.headers());
  }

  /** A port as the tracer keeps it in {@code peer.port}, or null where it does not. */
  protected @Nullable Object keptPort(int port) {
    return tracer.recorded().keepsPortWithoutAddress() ? kept(port) : null;
  }

  /** A whole number as the tracer keeps it in a tag. */
  protected Object kept(int number) {
    return tracer.recorded().kept(number);
  }
}
