// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.opentracing.Span;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.InvocationCallback;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the callbacks of calls see, and on whose threads they run. */
public abstract class CallbackContract extends ClientContract {
  private final List<Future<Response>> calls = new ArrayList<>();

  @Test
  @Behaviour("async")
  void invocationCallbackSeesTheCallersSpan() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    Client client = client();

    Span parent =
        inParent(
            () ->
                calls.add(client.target(server.uri("/a")).request().async().get(new Seeing(seen))));

    assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo(visible(parent));
  }

  @Test
  @Behaviour("async")
  void failedCallbackSeesTheCallersSpan() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    Client client =
        client(
            b ->
                b.register(new ClientTracingFeature(tracer))
                    .register(Filters.throwing(new IllegalStateException("by a filter"))));

    Span parent =
        inParent(
            () ->
                calls.add(client.target(server.uri("/a")).request().async().get(new Seeing(seen))));

    assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo(parent.context().toSpanId());
  }

  @Test
  @Behaviour("rx")
  void stageOfRxSeesTheCallersSpan() throws Exception {
    Client client = client();
    CompletableFuture<String> seen = new CompletableFuture<>();

    Span parent =
        inParent(
            () ->
                client
                    .target(server.uri("/slow"))
                    .request()
                    .rx()
                    .get()
                    .thenAccept(response -> seen.complete(active())));
    server.release();

    assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo(visible(parent));
  }

  @Test
  @Behaviour("async")
  void callbackWithoutCallersSpanSeesNone() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();

    Future<Response> call = request("/a").async().get(new Seeing(seen));

    assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo("none");
    assertThat(call.get(20, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  @Behaviour("async")
  void executorOfTheApplicationRunsTheCallAndIsLeftAlone() throws Exception {
    ExecutorService own = Executors.newSingleThreadExecutor(r -> new Thread(r, "own"));
    try {
      Client client =
          client(b -> b.executorService(own).register(new ClientTracingFeature(tracer)));
      CompletableFuture<String> thread = new CompletableFuture<>();

      Span parent =
          inParent(
              () ->
                  client
                      .target(server.uri("/a"))
                      .register(
                          (jakarta.ws.rs.client.ClientRequestFilter)
                              r -> thread.complete(Thread.currentThread().getName() + active()))
                      .request()
                      .async()
                      .get()
                      .get(20, TimeUnit.SECONDS));

      String sender =
          asyncCallsAreSentByTheCaller()
              ? Thread.currentThread().getName() + parent.context().toSpanId()
              : "own" + (ownExecutorsCarryTheCaller() ? parent.context().toSpanId() : "none");
      assertThat(thread.get(20, TimeUnit.SECONDS)).isEqualTo(sender);
      assertThat(span().parentId()).isEqualTo(parent.context().toSpanId());
    } finally {
      own.shutdownNow();
    }
  }

  private String visible(Span parent) {
    return callbacksRunOnExecutor() ? parent.context().toSpanId() : "none";
  }

  private String active() {
    Span active = tracer.activeSpan();
    return active == null ? "none" : active.context().toSpanId();
  }

  private final class Seeing implements InvocationCallback<Response> {
    private final CompletableFuture<String> seen;

    private Seeing(CompletableFuture<String> seen) {
      this.seen = seen;
    }

    @Override
    public void completed(Response response) {
      seen.complete(active());
    }

    @Override
    public void failed(Throwable throwable) {
      seen.complete(active());
    }
  }
}
