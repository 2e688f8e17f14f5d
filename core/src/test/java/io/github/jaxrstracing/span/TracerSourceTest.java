// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import io.opentracing.noop.NoopTracerFactory;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracerSourceTest {
  private final MockTracer tracer = new MockTracer();

  @AfterEach
  void forgetTheGlobalTracer() {
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  @Test
  void asksTheSupplierOnceAndLate() {
    AtomicInteger calls = new AtomicInteger();
    TracerSource source =
        TracerSource.of(
            () -> {
              calls.incrementAndGet();
              return tracer;
            },
            new Guard());
    assertThat(calls).hasValue(0);

    source.get();
    source.get();

    assertThat(found(source)).isSameAs(tracer);
    assertThat(calls).hasValue(1);
  }

  @Test
  void hasAGivenTracerForTwoFirstRequestsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 1_000; i++) {
        TracerSource source = TracerSource.of(new GivenTracer(tracer), new Guard());
        Callable<GuardedTracer> request = source::get;

        List<Future<GuardedTracer>> found = threads.invokeAll(List.of(request, request));

        assertThat(found.get(0).get()).isNotNull();
        assertThat(found.get(1).get()).isNotNull();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void takesTheGlobalTracerWhenItIsRegistered() {
    GlobalTracer.registerIfAbsent(tracer);

    Tracer found = found(TracerSource.discovered(new Guard()));

    assertThat(found).isNotNull();
    found.buildSpan("a").start().finish();
    assertThat(tracer.finishedSpans()).hasSize(1);
  }

  @Test
  void takesAGlobalTracerThatIsRegisteredLater() {
    try (Warnings warnings = new Warnings()) {
      TracerSource source = TracerSource.discovered(new Guard());
      assertThat(source.get()).isNull();
      source.get();
      assertThat(warnings.messages()).singleElement().asString().contains("No tracer was found");

      GlobalTracer.registerIfAbsent(tracer);

      assertThat(source.get()).isNotNull();
    }
  }

  @Test
  void runsUntracedWithANoopTracer() {
    assertThat(TracerSource.of(NoopTracerFactory::create, new Guard()).get()).isNull();
    assertThat(TracerSource.of(GlobalTracer::get, new Guard()).get()).isNull();
  }

  @Test
  void prefersAGivenNoopTracerToTheGlobalOne() {
    GlobalTracer.registerIfAbsent(tracer);

    assertThat(TracerSource.of(NoopTracerFactory::create, new Guard()).get()).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksAgainAfterASecondAndNeverTakesTheGlobalTracerInstead(boolean throwing) {
    GlobalTracer.registerIfAbsent(new MockTracer());
    AtomicLong now = new AtomicLong();
    AtomicInteger calls = new AtomicInteger();
    TracerSource source =
        new TracerSource(
            () -> {
              if (calls.incrementAndGet() == 1 && throwing) {
                throw new IllegalStateException("no tracer yet");
              }
              return calls.get() == 1 ? null : tracer;
            },
            new Guard(),
            now::get);
    try (Warnings warnings = new Warnings()) {
      assertThat(source.get()).isNull();
      now.addAndGet(999_999_999);
      assertThat(source.get()).isNull();
      assertThat(calls).hasValue(1);

      now.incrementAndGet();

      assertThat(found(source)).isSameAs(tracer);
      assertThat(warnings.messages()).hasSize(throwing ? 1 : 0);
    }
  }

  @Test
  void tracesNothingWhileTheSupplierGivesNull() {
    GlobalTracer.registerIfAbsent(tracer);
    try (Warnings warnings = new Warnings()) {
      TracerSource source = TracerSource.of(() -> null, new Guard());

      assertThat(source.get()).isNull();
      assertThat(source.get()).isNull();

      assertThat(warnings.messages()).singleElement().asString().contains("gave null");
    }
  }

  @Test
  void letsTheSupplierMakeTracedCallsItself() {
    AtomicReference<TracerSource> source = new AtomicReference<>();
    source.set(
        TracerSource.of(
            () -> {
              assertThat(source.get().get()).isNull();
              return tracer;
            },
            new Guard()));

    assertThat(found(source.get())).isSameAs(tracer);
  }

  @Test
  void letsTheSupplierWaitForATracedCallOnAnotherThread() {
    AtomicReference<TracerSource> source = new AtomicReference<>();
    source.set(
        TracerSource.of(
            () -> {
              assertThat(CompletableFuture.supplyAsync(() -> source.get().get() == null).join())
                  .isTrue();
              return tracer;
            },
            new Guard()));

    assertThat(found(source.get())).isSameAs(tracer);
  }

  @Test
  void leavesToTheJvmWhatIsTheJvms() {
    TracerSource source =
        TracerSource.of(
            () -> {
              throw new OutOfMemoryError("for this test");
            },
            new Guard());

    assertThatThrownBy(source::get).isInstanceOf(OutOfMemoryError.class);
  }

  private static @Nullable Tracer found(TracerSource source) {
    GuardedTracer found = source.get();
    return found == null ? null : found.unguarded();
  }
}
