// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What must hold after every test, whatever it was about. */
public final class NothingLeftBehind {
  private final RecordingTracer tracer;
  private final Warnings warnings;

  /** A check of what is done with this tracer while these warnings are open. */
  public NothingLeftBehind(RecordingTracer tracer, Warnings warnings) {
    this.tracer = tracer;
    this.warnings = warnings;
  }

  /** Waits until as many spans are finished as were started, and no scope is open. */
  public void awaitQuiet() {
    awaitSoon()
        .untilAsserted(
            () -> {
              assertThat(tracer.finished()).as("finished spans").hasSize(tracer.started());
              assertThat(tracer.openScopes()).as("open scopes").isEmpty();
            });
  }

  /** Everything that can be seen from this thread. */
  public void check() {
    awaitQuiet();
    assertThat(tracer.misuses()).as("misused scopes").isEmpty();
    assertThat(tracer.recorded().complaints()).as("complaints of the tracer").isEmpty();
    assertThat(active()).as("active on the thread of the test").isEqualTo("none");
    assertThat(warnings.take()).as("warnings").isEmpty();
  }

  /** No span is active on the threads of this pool, of which there are so many. */
  public void checkThreads(ExecutorService pool, int threads) throws Exception {
    CyclicBarrier all = new CyclicBarrier(threads);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      answers.add(
          pool.submit(
              () -> {
                all.await(5, TimeUnit.SECONDS);
                return active();
              }));
    }
    for (Future<String> answer : answers) {
      assertThat(answer.get()).as("active on a thread of the application").isEqualTo("none");
    }
  }

  private String active() {
    Span active = tracer.recorded().tracer().activeSpan();
    return active == null ? "none" : active.toString();
  }
}
