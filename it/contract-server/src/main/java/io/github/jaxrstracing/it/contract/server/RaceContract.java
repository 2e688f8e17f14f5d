// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.RaceResources.LateMapper;
import io.github.jaxrstracing.it.contract.server.RaceResources.Racing;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests that two threads answer at once. Neither keeps a scope, there is one span, and it says
 * what the client got. Only where an implementation lets both threads in, and they write to one
 * response, nobody can know what the client got: then the span says what one of them answered, or
 * that one has failed.
 */
public abstract class RaceContract extends ServerContract {
  /** How many requests each race has; {@code -Draces=6000} for a long run. */
  private static final int REQUESTS = Integer.getInteger("races", 500);

  // More than race at a time, since a container may hold some of them for ever.
  private static final int POOL = 32;

  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(POOL);
  private final Racing racing = new Racing(pool);
  private final Map<Integer, String> answers = new ConcurrentHashMap<>();

  /** Called by JUnit. */
  protected RaceContract() {}

  @AfterEach
  final void shutDown() {
    pool.shutdownNow();
  }

  @ParameterizedTest(name = "{0}, {3} at a time")
  @CsvSource({
    "resume-resume,   200, 202, 1",
    "resume-resume,   200, 202, 4",
    "resume-cancel,   200, 503, 1",
    "resume-cancel,   200, 503, 4",
    "time-out-resume, 200, 503, 1",
    "time-out-resume, 200, 503, 4",
    "throw-resume,    200, 500, 1",
    "throw-resume,    200, 500, 4",
  })
  @Behaviour("async")
  void oneSpanSaysWhatTheClientGot(String race, String one, String other, int callers)
      throws Exception {
    serve(new App().with(racing, tracing()));

    ExecutorService clients = Executors.newFixedThreadPool(callers);
    try {
      List<Future<?>> calling = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        int first = caller;
        calling.add(clients.submit(() -> call(race, first, callers)));
      }
      for (Future<?> caller : calling) {
        caller.get();
      }
    } finally {
      clients.shutdownNow();
    }

    assertOneSpanForEachRequest(REQUESTS);
    List<String> wrong = new ArrayList<>();
    for (FinishedSpan span : finishedSpans()) {
      String url = String.valueOf(span.tags().get("http.url"));
      int n = Integer.parseInt(url.substring(url.lastIndexOf('/') + 1));
      String answer = answers.getOrDefault(n, "none");
      int letIn = racing.letIn().getOrDefault(n, 0);
      boolean isOfOne = List.of(one, other).contains(span.status());
      // Where one of two breaks the response of the other, the container takes it for a failure.
      boolean isFailure = letIn > 1 && span.status().equals("500");
      if (letIn == 1 ? !says(span, answer) : !(isOfOne || isFailure)) {
        wrong.add(answer + " sent: " + span);
      }
    }
    assertThat(wrong.size()).as("such as %s", firstOf(wrong)).isZero();
  }

  private Void call(String race, int first, int step) throws IOException {
    for (int n = first; n < REQUESTS; n += step) {
      answers.put(n, RawRequest.statusOf(uri("racing/" + race + '/' + n)));
    }
    return null;
  }

  /**
   * Where one of two answers is decided before the other one comes.
   *
   * @param race the path of the resource
   * @param sent the status of the one that the implementation lets in
   * @throws Exception when the test fails
   */
  @ParameterizedTest
  @CsvSource({
    "resumed-then-thrown,   200",
    "thrown-then-resumed,   500",
  })
  @Behaviour("async")
  protected void theOneWhoComesTooLateWritesNothing(String race, int sent) throws Exception {
    assertSent(race, sent);
  }

  /**
   * Somebody answers while an exception is mapped. An implementation may have decided by then.
   *
   * @throws Exception when there is no answer
   */
  @Test
  @Behaviour("async")
  protected void theOneWhoAnswersBeforeTheMapperIsInTime() throws Exception {
    assertSent("resumed-by-the-mapper", 200);
  }

  /**
   * Sends a request that is answered twice.
   *
   * @param race the last part of its path
   * @param sent the status that the client gets and the span tells
   * @throws Exception when there is no answer
   */
  protected final void assertSent(String race, int sent) throws Exception {
    serve(new App().with(LateMapper.class).with(racing, tracing()));

    int status = get("racing/" + race).statusCode();
    racing.answered();

    assertThat(status).isEqualTo(sent);
    assertOneSpanForEachRequest(1);
    assertThat(span()).matches(span -> says(span, String.valueOf(sent)), "says " + sent);
  }

  private void assertOneSpanForEachRequest(int requests) {
    awaitRacers();
    SoftAssertions soft = new SoftAssertions();
    soft.assertThatCode(nothingLeft()::awaitQuiet).doesNotThrowAnyException();
    soft.assertThatCode(() -> nothingLeft().checkThreads(pool, POOL)).doesNotThrowAnyException();
    soft.assertThat(misuses().size()).as("misused scopes: %s", firstOf(misuses())).isZero();
    soft.assertThat(finishedSpans())
        .extracting(span -> span.tags().get("http.url"))
        .hasSize(requests)
        .doesNotHaveDuplicates();
    soft.assertAll();
  }

  // Two threads that write to one response can break it, traced or not: the client gets what
  // neither of them said, or nothing, and one of them waits for ever unless it is interrupted.
  private void awaitRacers() {
    try {
      awaitSoon().atMost(Duration.ofSeconds(1)).until(racing::isOver);
    } catch (ConditionTimeoutException held) {
      racing.interrupt();
      awaitSoon().until(racing::isOver);
    }
  }

  private static boolean says(FinishedSpan span, String status) {
    boolean isError = status.startsWith("5");
    return span.status().equals(status)
        && span.isError() == isError
        && span.logs().size() <= (isError ? 1 : 0);
  }

  private static List<String> firstOf(List<String> all) {
    return all.subList(0, Math.min(3, all.size()));
  }
}
