// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final Workers workers = new Workers() {};
  private final ServerExchange exchange = new ServerExchange(null, null);

  @AfterEach
  void shutDown() {
    other.shutdownNow();
  }

  @Test
  void eachThreadHasOneWorker() {
    Worker first = workers.currentWorker();

    assertThat(workers.currentWorker()).isSameAs(first);
    onOther(
        () -> {
          assertThat(workers.knownWorker()).isNull();
          Worker second = workers.currentWorker();
          assertThat(second).isNotSameAs(first);
          assertThat(workers.knownWorker()).isSameAs(second);
        });
    assertThat(workers.knownWorker()).isSameAs(first);
  }

  @Test
  void theFirstResponseCountsAsLongAsTheContainerSaysNothing() {
    workers.writes(response(200));
    onOther(() -> workers.writes(response(409)));

    assertThat(workers.isContested()).isTrue();
    assertSent(200);
  }

  @Test
  void whatTheContainerHasSentCounts() {
    workers.writes(response(200));
    onOther(() -> workers.writes(response(409)));
    workers.recordToBeSent(200);
    workers.recordSent(409);

    assertSent(409);
  }

  @Test
  void whatNobodyAnsweredIsOfAnotherRequest() {
    workers.writes(response(200));
    onOther(() -> workers.writes(response(409)));
    workers.recordSent(404);

    assertSent(200);
  }

  @Test
  void aResponseThatWasFasterThanTheContainerCounts() {
    workers.writes(response(200));
    onOther(() -> workers.leavesTo(500, false));

    assertThat(workers.isContested()).isTrue();
    workers.recordSent(200);
    assertSent(200);
  }

  @Test
  void aResponseThatIsWrittenAfterTheContainerTookOverMayBeSent() {
    workers.leavesTo(500, false);
    onOther(() -> workers.writes(response(200)));

    assertThat(workers.isContested()).isTrue();
    workers.recordSent(200);
    assertSent(200);
  }

  @Test
  void theContainerAnswersWhereNoResponseWasSent() {
    workers.writes(response(200));
    workers.recordFailure(new IllegalStateException("thrown"));
    workers.leavesTo(500, false);
    workers.recordEndIn(exchange, 0, false);

    assertThat(workers.sentStatus()).isEqualTo(500);
    assertThat(workers.sentResponse()).isNull();
    assertThat(exchange.error()).hasMessage("thrown");
  }

  @Test
  void theExceptionOfTheThreadThatTheContainerAnswersCounts() {
    workers.currentWorker();
    onOther(
        () -> {
          workers.recordFailure(new IllegalStateException("thrown"));
          workers.recordContainer(500);
        });
    workers.recordEndIn(exchange, 0, false);

    assertThat(workers.sentStatus()).isEqualTo(500);
    assertThat(exchange.error()).hasMessage("thrown");
  }

  @Test
  void nothingCountsAfterTheEnd() {
    workers.writes(response(200));
    assertSent(200);

    onOther(() -> workers.writes(response(409)));
    workers.recordToBeSent(409);
    workers.recordSent(409);
    workers.leavesTo(500, false);
    workers.recordFailure(new IllegalStateException("late"));

    assertThat(workers.sentStatus()).isEqualTo(200);
    assertThat(workers.sentResponse().getStatus()).isEqualTo(200);
    workers.forgetResponse();
    assertThat(workers.sentResponse()).isNull();
    assertThat(workers.sentStatus()).isEqualTo(200);
  }

  @Test
  void nothingIsKnownBeforeTheEnd() {
    workers.writes(response(200));
    workers.recordToBeSent(200);

    assertThat(workers.sentStatus()).isZero();
    assertThat(workers.sentResponse()).isNull();
  }

  private void assertSent(int status) {
    workers.recordEndIn(exchange, 0, true);

    assertThat(workers.sentStatus()).isEqualTo(status);
    assertThat(workers.sentResponse().getStatus()).isEqualTo(status);
    assertThat(exchange.error()).isNull();
  }

  private void onOther(Runnable task) {
    CompletableFuture.runAsync(task, other).join();
  }

  private static ContainerResponseContext response(int status) {
    return (ContainerResponseContext)
        Proxy.newProxyInstance(
            ContainerResponseContext.class.getClassLoader(),
            new Class<?>[] {ContainerResponseContext.class},
            (proxy, method, arguments) -> status);
  }
}
