// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.mock.MockTracer;
import io.opentracing.noop.NoopTracerFactory;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import io.opentracing.util.ThreadLocalScopeManager;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes are opened for their effect
class TracersInUseTest {
  private final Guard guard = new Guard();
  private final MockTracer tracer = new MockTracer(new ThreadLocalScopeManager());

  @AfterEach
  void forgetTheGlobalTracer() {
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  @Test
  void findsTheActiveSpanOfTheTracerThatHasOne() {
    MockTracer other = new MockTracer(new ThreadLocalScopeManager());
    TracersInUse.add(other);
    TracersInUse.add(tracer);
    TracersInUse.add(NoopTracerFactory.create());
    Span span = tracer.buildSpan("a").start();

    try (Scope scope = tracer.activateSpan(span)) {
      assertThat(TracersInUse.activeSpan(guard)).isSameAs(span);
    }

    assertThat(TracersInUse.activeSpan(guard)).isNull();
  }

  @Test
  void findsThatOfTheGlobalTracerWithoutAnyFeature() {
    GlobalTracer.registerIfAbsent(tracer);
    Span span = tracer.buildSpan("a").start();

    try (Scope scope = tracer.activateSpan(span)) {
      assertThat(TracersInUse.activeSpan(guard)).isSameAs(span);
    }
  }

  @Test
  void knowsATracerFromTheLookUpOfAFeature() {
    TracerSource source = TracerSource.of(() -> tracer, guard);
    Span span = tracer.buildSpan("a").start();

    try (Scope scope = tracer.activateSpan(span)) {
      assertThat(TracersInUse.activeSpan(guard)).isNull();

      source.get();

      assertThat(TracersInUse.activeSpan(guard)).isSameAs(span);
    }
  }

  @Test
  void keepsNoTracerAlive() {
    WeakReference<MockTracer> forgotten = addOne();

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              System.gc();
              return forgotten.get() == null;
            });
  }

  private static WeakReference<MockTracer> addOne() {
    MockTracer tracer = new MockTracer();
    TracersInUse.add(tracer);
    return new WeakReference<>(tracer);
  }
}
