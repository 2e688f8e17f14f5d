// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentracing.Scope;
import io.opentracing.Span;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingTracerTest {
  private final RecordingTracer tracer = new RecordingTracer(new MockTestTracer());
  private final Warnings warnings = new Warnings();
  private final NothingLeftBehind nothingLeft = new NothingLeftBehind(tracer, warnings);
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final Span span = tracer.buildSpan("one").start();

  @AfterEach
  void close() {
    warnings.close();
    pool.shutdownNow();
  }

  @Test
  void isContentWithScopesThatAreClosedInsideOut() {
    try (Scope outer = tracer.activateSpan(span);
        Scope inner = tracer.activateSpan(span)) {
      assertThat(outer).isNotSameAs(inner);
      assertThat(tracer.openScopes()).singleElement().asString().startsWith("2 on ");
    }
    span.finish();

    nothingLeft.check();
    assertThat(tracer.started()).isEqualTo(1);
    assertThat(tracer.finished()).extracting(FinishedSpan::name).containsExactly("one");
  }

  @Test
  void noticesScopesThatAreClosedTwiceOutOfOrderOrElsewhere() throws Exception {
    Scope outer = tracer.activateSpan(span);
    Scope inner = tracer.activateSpan(span);
    outer.close();
    inner.close();
    inner.close();
    Scope elsewhere = pool.submit(() -> tracer.activateSpan(span)).get();
    elsewhere.close();
    span.finish();

    assertThat(tracer.misuses())
        .hasSize(3)
        .filteredOn(misuse -> misuse.startsWith("closed on "))
        .hasSize(1);
    assertThat(tracer.openScopes()).hasSize(2);
  }

  @Test
  void findsTheThreadOfAPoolThatKeepsASpan() throws Exception {
    pool.submit(() -> tracer.activateSpan(span)).get();

    assertThatThrownBy(() -> nothingLeft.checkThreads(pool, 2))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("active on a thread of the application");
  }

  @Test
  void findsAnErrorThatIsNoBoolean() {
    span.setTag("error", "true").finish();

    assertThat(tracer.finished().get(0).isError()).isFalse();
    assertThat(tracer.finished().get(0).tags()).containsEntry("error", "true");
  }

  @Test
  void findsWhatIsDoneToAFinishedSpan() {
    span.finish();
    assertThatThrownBy(span::finish).isInstanceOf(IllegalStateException.class);

    assertThatThrownBy(nothingLeft::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("complaints of the tracer");
  }
}
