// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.InvocationCallback;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every tracer must be told of a call; each tracer has its own idea of spans. */
@Timeout(30)
public abstract class TracerContract {
  /** A finished span as its backend gets it; an error without text is {@code "true"}. */
  public record Finished(
      String name,
      String traceId,
      String spanId,
      @Nullable String parentId,
      Map<String, String> tags,
      boolean isError) {}

  private TinyServer server;
  private Client client;
  private Warnings warnings;

  /** A tracer of its own for each test. */
  protected abstract Tracer tracer();

  protected abstract List<Finished> finished();

  /** The trace id and the span id of the context that came with a request. */
  protected abstract List<String> wire(TinyServer.Received received);

  @BeforeEach
  void start() throws IOException {
    warnings = new Warnings();
    server = new TinyServer("127.0.0.1");
    client = ClientBuilder.newBuilder().register(new ClientTracingFeature(tracer())).build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    warnings.close();
    assertThat(tracer().activeSpan()).isNull();
    assertThat(warnings.messages()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void callIsChildOfTheActiveSpan(Mode mode) throws Exception {
    Span parent = tracer().buildSpan("parent").start();
    try (Scope scope = tracer().activateSpan(parent)) {
      assertThat(scope).isNotNull();
      ClientContract.status(mode.get(client.target(server.uri("/status/404")).request()));
    }
    parent.finish();

    Finished call = calls(2).get(0);
    assertThat(call.traceId()).isEqualTo(parent.context().toTraceId());
    assertThat(call.parentId()).isEqualTo(parent.context().toSpanId());
    assertThat(call.name()).isEqualTo("GET");
    assertThat(call.tags())
        .containsEntry("http.method", "GET")
        .containsEntry("http.url", server.uri("/status/404").toString())
        .containsEntry("http.status_code", "404");
    assertThat(call.isError()).isTrue();
    assertThat(wire(server.received().get(0))).containsExactly(call.traceId(), call.spanId());
  }

  @Test
  void callWithoutParentIsRoot() {
    ClientContract.status(client.target(server.uri("/a")).request().get());

    Finished call = calls(1).get(0);
    assertThat(call.parentId()).isNull();
    assertThat(call.isError()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void refusedCallIsError(Mode mode) {
    URI uri = BrokenServer.refusing();

    assertThatThrownBy(() -> mode.get(client.target(uri).request())).isInstanceOf(Exception.class);

    assertThat(calls(1).get(0).isError()).isTrue();
  }

  @Test
  void callbackSeesTheCallersSpan() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    Span parent = tracer().buildSpan("parent").start();
    Future<Response> call;
    try (Scope scope = tracer().activateSpan(parent)) {
      assertThat(scope).isNotNull();
      call = client.target(server.uri("/a")).request().async().get(new Seeing(seen));
    }
    ClientContract.status(call.get(10, TimeUnit.SECONDS));
    parent.finish();

    assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(parent.context().toSpanId());
  }

  private final class Seeing implements InvocationCallback<Response> {
    private final CompletableFuture<String> seen;

    private Seeing(CompletableFuture<String> seen) {
      this.seen = seen;
    }

    @Override
    public void completed(Response response) {
      Span active = tracer().activeSpan();
      seen.complete(active == null ? "none" : active.context().toSpanId());
    }

    @Override
    public void failed(Throwable throwable) {
      seen.completeExceptionally(throwable);
    }
  }

  private List<Finished> calls(int count) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertThat(finished()).hasSize(count));
    return finished();
  }
}
