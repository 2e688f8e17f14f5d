// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.opentracing.Span;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls on other threads than the caller's, and many at once. */
public abstract class AsyncContract extends ClientContract {
  private static final int CALLS = 100;

  @ParameterizedTest
  @EnumSource(Mode.class)
  @Behaviour({"sync", "async", "rx"})
  void concurrentCallsOfManyParentsDoNotMix(Mode mode) throws Exception {
    Client client = client();
    Map<String, Span> parents = new ConcurrentHashMap<>();
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        String path = "/order" + i;
        done.add(
            callers.submit(
                () ->
                    parents.put(
                        path,
                        inParent(
                            () -> status(mode.get(client.target(server.uri(path)).request()))))));
      }
      for (Future<?> call : done) {
        call.get(20, TimeUnit.SECONDS);
      }
    } finally {
      callers.shutdownNow();
    }

    Map<String, String> parentOfPath = new HashMap<>();
    parents.forEach((path, parent) -> parentOfPath.put(path, parent.context().toSpanId()));
    Map<String, String> seenOnSpan = new HashMap<>();
    Map<String, String> pathOnWire = new HashMap<>();
    for (FinishedSpan span : spans(CALLS)) {
      String path = URI.create(String.valueOf(span.tags().get("http.url"))).getPath();
      seenOnSpan.put(path, span.parentId());
      pathOnWire.put(span.ids(), path);
    }
    assertThat(seenOnSpan).isEqualTo(parentOfPath);
    assertThat(server.received())
        .hasSize(CALLS)
        .allSatisfy(r -> assertThat(pathOnWire).containsEntry(wire(r), r.path()));
  }

  @Test
  @Behaviour("async")
  void callsAtOnceFromOneThreadHaveTheirOwnParents() throws Exception {
    Client client = client();
    List<Span> parents = new ArrayList<>();
    // Read by Jersey: an answer that is not read keeps its connection, and a pool has few of them.
    List<Future<String>> answers = new ArrayList<>();

    for (int i = 0; i < 10; i++) {
      String path = "/order" + i;
      parents.add(
          inParent(
              () ->
                  answers.add(
                      client.target(server.uri(path)).request().async().get(String.class))));
    }
    for (Future<String> answer : answers) {
      assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("ok");
    }

    assertThat(spans(10))
        .extracting(FinishedSpan::parentId)
        .containsExactlyInAnyOrderElementsOf(
            parents.stream().map(p -> p.context().toSpanId()).toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"ASYNC", "RX"})
  @Behaviour("async")
  protected void rejectedCallWasNeverSentAndHasNoSpan(Mode mode) throws Exception {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdownNow();
    Client client =
        client(b -> b.executorService(closed).register(new ClientTracingFeature(tracer)));

    assertThatThrownBy(() -> inParent(() -> mode.get(client.target(server.uri("/a")).request())))
        .isInstanceOf(Exception.class);

    spans(0);
    assertThat(server.received()).isEmpty();
  }

  // Jersey sends a call that was cancelled in the queue all the same.
  @Test
  @Behaviour("cancel")
  void callCancelledInTheQueueHasAtMostOneFinishedSpan() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      Client client =
          client(b -> b.executorService(one).register(new ClientTracingFeature(tracer)));
      one.execute(() -> awaitSoon().until(() -> free.getCount() == 0));

      Future<Response> call = client.target(server.uri("/a")).request().async().get();
      call.cancel(true);
      free.countDown();
      one.submit(() -> {}).get(20, TimeUnit.SECONDS);

      assertThat(call.isCancelled()).isTrue();
      awaitSoon().untilAsserted(() -> assertThat(tracer.finished()).hasSize(tracer.started()));
      assertThat(tracer.started()).isEqualTo(server.received().size());
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  @Behaviour("cancel")
  void callCancelledUnderWayEndsItsSpanOnce() {
    Future<Response> call = request("/slow").async().get();
    awaitSoon().until(() -> !server.received().isEmpty());

    call.cancel(true);
    server.release();

    assertThat(call.isCancelled()).isTrue();
    span();
  }

  @Test
  @Behaviour("async")
  void callThatIsNotWaitedForEndsItsSpanWhenItIsAnswered() throws Exception {
    Future<Response> call = request("/slow").async().get();

    assertThatThrownBy(() -> call.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(tracer.finished()).isEmpty();
    server.release();
    status(call.get(20, TimeUnit.SECONDS));

    assertThat(span().tags())
        .containsEntry("http.status_code", kept(200))
        .doesNotContainKey("error");
    assertThat(span().isError()).isFalse();
  }
}
