// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.mock.MockTracer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FeatureTracerTest {
  @Test
  void givenTracerIsThereForTheFirstRequestsOfAllThreads() throws Exception {
    int threads = 4;
    ExecutorService requests = Executors.newFixedThreadPool(threads);
    try {
      for (int i = 0; i < 500; i++) {
        TracerSource source = new FeatureTracer(new FeatureTracer.Given(new MockTracer())).source();
        CyclicBarrier together = new CyclicBarrier(threads);
        Callable<GuardedTracer> first =
            () -> {
              together.await();
              return source.get();
            };
        List<Future<GuardedTracer>> found = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
          found.add(requests.submit(first));
        }
        for (Future<GuardedTracer> each : found) {
          assertThat(each.get()).isNotNull();
        }
      }
    } finally {
      requests.shutdownNow();
    }
  }
}
