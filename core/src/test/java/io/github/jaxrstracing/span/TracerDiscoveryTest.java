// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.Tracer;
import io.opentracing.contrib.tracerresolver.TracerFactory;
import io.opentracing.mock.MockTracer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracerDiscoveryTest {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final AtomicReference<Runnable> MEANWHILE = new AtomicReference<>();

  /** Makes a new tracer each time, as TracerResolver's own do. */
  public static final class Factory implements TracerFactory {
    @Override
    public Tracer getTracer() {
      MADE.incrementAndGet();
      MEANWHILE.get().run();
      return new MockTracer();
    }
  }

  @BeforeEach
  void startAnew() {
    MADE.set(0);
    MEANWHILE.set(() -> {});
  }

  @Test
  void resolvesOneTracerForAllFeaturesOfAnApplication(@TempDir Path folder) throws IOException {
    try (ServiceFiles files =
        new ServiceFiles(folder, TracerFactory.class, Factory.class.getName())) {
      assertThat(files).isNotNull();
      Set<Tracer> found = new HashSet<>();

      for (int i = 0; i < 10; i++) {
        found.add(TracerSource.discovered(new Guard()).get().unguarded());
      }

      assertThat(found).hasSize(1);
      assertThat(MADE).hasValue(1);
    }
  }

  @Test
  void resolvesATracerForEachApplication(@TempDir Path first, @TempDir Path second)
      throws IOException {
    Set<Tracer> found = new HashSet<>();
    for (Path folder : new Path[] {first, second}) {
      try (ServiceFiles files =
          new ServiceFiles(folder, TracerFactory.class, Factory.class.getName())) {
        assertThat(files).isNotNull();
        found.add(TracerSource.discovered(new Guard()).get().unguarded());
      }
    }

    assertThat(found).hasSize(2);
  }

  @Test
  void letsOthersGoUntracedWhileATracerIsMadeAndFindsItAtOnceAfterwards(@TempDir Path folder)
      throws IOException {
    try (ServiceFiles files =
        new ServiceFiles(folder, TracerFactory.class, Factory.class.getName())) {
      assertThat(files).isNotNull();
      TracerSource other = TracerSource.discovered(new Guard());
      MEANWHILE.set(
          () -> assertThat(CompletableFuture.supplyAsync(other::get).join() == null).isTrue());

      GuardedTracer first = TracerSource.discovered(new Guard()).get();

      assertThat(other.get().unguarded()).isSameAs(first.unguarded());
    }
  }
}
