// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncMethodTest {
  private final TracedBeans beans = new TracedBeans(Jobs.class);
  private final Jobs jobs = beans.get(Jobs.class);

  @AfterEach
  void leavesNoSpanActive() {
    Span active = beans.tracer().activeSpan();
    beans.close();
    assertThat(active).isNull();
  }

  @ApplicationScoped
  @Traced
  public static class Jobs {
    public <T> CompletionStage<T> stage(CompletionStage<T> result) {
      return result;
    }

    public <T> Future<T> future(Future<T> result) {
      return result;
    }
  }

  @Test
  void endsWhenTheStageCompletes() {
    CompletableFuture<String> result = new CompletableFuture<>();

    CompletionStage<String> returned = jobs.stage(result);

    assertThat(returned).isSameAs(result);
    assertThat(beans.tracer().activeSpan()).isNull();
    assertThat(beans.spans()).isEmpty();
    result.complete("done");
    assertThat(beans.span().tags()).isEmpty();
  }

  @Test
  void tellsHowTheStageFailed() {
    CompletableFuture<String> result = new CompletableFuture<>();
    IllegalStateException thrown = new IllegalStateException();

    CompletionStage<String> returned = jobs.stage(result.thenApply(String::trim));
    result.completeExceptionally(new CompletionException(thrown));

    assertThat(returned.toCompletableFuture()).isCompletedExceptionally();
    assertFailedWith(thrown);
  }

  @Test
  void endsAtOnceWhenTheStageIsComplete() {
    jobs.stage(CompletableFuture.completedFuture("done"));

    assertThat(beans.span().tags()).isEmpty();
  }

  @Test
  void endsWithoutAStage() {
    jobs.stage(null);

    assertThat(beans.span().tags()).isEmpty();
  }

  @Test
  void endsWithTheMethodWhenAFutureTellsNobody() {
    FutureTask<String> result = new FutureTask<>(() -> "done");

    Future<String> returned = jobs.future(result);

    assertThat(returned).isSameAs(result);
    assertThat(beans.span().tags()).isEmpty();
    result.run();
    assertThat(beans.spans()).hasSize(1);
  }

  @Test
  void tellsHowAFutureFailedThatIsDone() {
    IllegalStateException thrown = new IllegalStateException();
    FutureTask<String> result =
        new FutureTask<>(
            () -> {
              throw thrown;
            });
    result.run();

    jobs.future(result);

    assertFailedWith(thrown);
  }

  @Test
  void tellsThatAFutureWasCancelled() {
    FutureTask<String> result = new FutureTask<>(() -> "done");
    result.cancel(false);

    jobs.future(result);

    assertThat(beans.span().tags()).isEqualTo(Map.of("error", true));
  }

  @Test
  void waitsForAFutureThatIsAStage() {
    CompletableFuture<String> result = new CompletableFuture<>();

    jobs.future(result);

    assertThat(beans.spans()).isEmpty();
    result.cancel(false);
    assertThat(beans.span().tags()).isEqualTo(Map.of("error", true));
  }

  private void assertFailedWith(Throwable thrown) {
    assertThat(beans.span().tags()).isEqualTo(Map.of("error", true));
    assertThat(beans.span().logEntries()).hasSize(1);
    assertThat(beans.span().logEntries().get(0).fields())
        .isEqualTo(Map.of("event", "error", "error.object", thrown));
  }
}
