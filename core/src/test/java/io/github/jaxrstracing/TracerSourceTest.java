// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import io.opentracing.noop.NoopTracerFactory;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    assertThat(source.get()).isSameAs(tracer);
    assertThat(calls).hasValue(1);
  }

  @Test
  void takesTheGlobalTracerWhenItIsRegistered() {
    GlobalTracer.registerIfAbsent(tracer);

    Tracer found = TracerSource.discovered(new Guard()).get();

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

  @Test
  void runsUntracedWhenTheSupplierThrows() {
    try (Warnings warnings = new Warnings()) {
      AtomicInteger calls = new AtomicInteger();
      TracerSource source =
          TracerSource.of(
              () -> {
                calls.incrementAndGet();
                throw new IllegalStateException("no tracer today");
              },
              new Guard());

      assertThat(source.get()).isNull();
      assertThat(source.get()).isNull();

      assertThat(calls).hasValue(1);
      assertThat(warnings.messages()).hasSize(1);
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

    assertThat(source.get().get()).isSameAs(tracer);
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
}
