// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.jaxrstracing.it.contract.server.AsyncResources.Later;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import jakarta.ws.rs.container.AsyncResponse;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are answered by another thread, or from within their own method. */
public abstract class AsyncContract extends ServerContract {
  /** Called by JUnit. */
  protected AsyncContract() {}

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "stage,              200",
    "completed-stage,    200",
    "resumed-elsewhere,  200",
    "resumed-inside,     200",
    "resumed-twice,      200",
    "cancelled,          503",
    "cancelled-elsewhere,503",
    "timed-out,          503",
    "timed-out-handled,  202",
    "resumed-with-404,   404",
  })
  @Behaviour({"async", "stage"})
  void finishesOnceHoweverItIsAnswered(String path, int status) throws Exception {
    Later resources = new Later(tracer(), elsewhere());
    serve(new App().with(resources, tracing()));

    HttpResponse<String> answer = get("async/" + path);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(span.name()).isEqualTo("GET:/async/" + path);
    assertThat(span.status()).isEqualTo(String.valueOf(status));
    assertThat(span.isError()).isEqualTo(status >= 500);
    assertThat(resources.activeInMethod()).isEqualTo(span.spanId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed-stage", "resumed-with-exception", "failed-inside"})
  @Behaviour({"async", "stage"})
  void logsTheExceptionOfAnotherThread(String path) throws Exception {
    serve(new App().with(new Later(tracer(), elsewhere()), tracing()));

    HttpResponse<String> answer = get("async/" + path);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).singleElement().asString().contains("IllegalStateException", path);
    assertThat(span.logs().get(0)).doesNotContain("CompletionException");
  }

  @Test
  @Behaviour("async")
  void isActiveOnNoThreadWhileTheRequestWaits() throws Exception {
    Later resources = new Later(tracer(), elsewhere());
    serve(new App().with(resources, tracing()));

    CompletableFuture<HttpResponse<String>> answer = getLater("async/held");
    AsyncResponse held = awaitHeld(resources);
    assertThat(started()).isEqualTo(1);
    assertThat(activeOnServerThreads()).containsOnly("none");
    held.resume("released");

    assertThat(answer.join().body()).isEqualTo("released");
    assertThat(span().status()).isEqualTo("200");
  }

  @Test
  @Behaviour("async")
  void countsTheTimeUntilTheAnswerAndNotUntilTheMethodReturns() throws Exception {
    Later resources = new Later(tracer(), elsewhere());
    serve(new App().with(resources, tracing()));

    CompletableFuture<HttpResponse<String>> answer = getLater("async/held");
    AsyncResponse held = awaitHeld(resources);
    long returned = nowMicros();
    held.resume("released");

    assertThat(answer.join().statusCode()).isEqualTo(200);
    assertThat(span().endMicros()).isGreaterThanOrEqualTo(returned);
  }

  @Test
  @Behaviour({"active in filters", "active in writers"})
  void isActiveInTheFiltersAndWritersThatAnswerOnAnotherThread() throws Exception {
    ActiveSpans seen = new ActiveSpans(tracer());
    serve(new App().with(seen.providers()).with(new Later(tracer(), elsewhere()), tracing()));

    get("async/resumed-elsewhere");

    FinishedSpan span = span();
    assertThat(seen.ids())
        .containsEntry("request filter", span.spanId())
        .containsEntry("response filter", span.spanId())
        .containsEntry("writer", span.spanId());
    assertThat(seen.thread("writer")).startsWith(answeringThread());
  }

  /**
   * The thread that answers what was resumed elsewhere.
   *
   * @return how its name begins
   */
  protected String answeringThread() {
    return "elsewhere";
  }

  @Test
  @Behaviour("async")
  void doesNotMixRequestsThatWaitAtTheSameTime() throws Exception {
    Later resources = new Later(tracer(), elsewhere());
    serve(new App().with(resources, tracing()));

    CompletableFuture<HttpResponse<String>> first = getLater("async/pair/first");
    CompletableFuture<HttpResponse<String>> second = getLater("async/pair/second");
    first.join();
    second.join();

    Map<String, String> active = resources.activeOfPair();
    assertThat(spans(2))
        .extracting(FinishedSpan::spanId)
        .containsExactlyInAnyOrderElementsOf(active.values());
    assertThat(active).hasSize(2);
  }

  @Test
  void finishesWhatAVirtualThreadAnswersWhereTheJdkHasThem() throws Exception {
    ExecutorService virtual = virtualThreads();
    assumeTrue(virtual != null, "virtual threads came with Java 21");
    serve(new App().with(new Later(tracer(), Objects.requireNonNull(virtual)), tracing()));

    HttpResponse<String> stage = get("async/stage");
    HttpResponse<String> resumed = get("async/resumed-elsewhere");
    HttpResponse<String> failed = get("async/failed-stage");

    assertThat(stage.statusCode()).isEqualTo(200);
    assertThat(resumed.statusCode()).isEqualTo(200);
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(spans(3)).extracting(FinishedSpan::status).containsExactly("200", "200", "500");
  }

  private AsyncResponse awaitHeld(Later resources) {
    AsyncResponse held = awaitSoon().until(resources::held, Objects::nonNull);
    awaitSoon().until(() -> openScopes().isEmpty());
    return held;
  }

  /** The executor of virtual threads, or null before Java 21. */
  private static @Nullable ExecutorService virtualThreads() throws ReflectiveOperationException {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException olderJdk) {
      return null;
    }
  }
}
