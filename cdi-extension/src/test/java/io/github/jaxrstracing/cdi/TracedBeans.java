// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Singleton;
import java.util.List;

/** A CDI container with a mock tracer and the beans of a test. */
final class TracedBeans implements AutoCloseable {
  final SeContainer container;

  TracedBeans(Class<?>... beans) {
    container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(TracerProducer.class)
            .addBeanClasses(beans)
            .initialize();
  }

  <T> T get(Class<T> type) {
    return container.select(type).get();
  }

  MockTracer tracer() {
    return get(MockTracer.class);
  }

  List<MockSpan> spans() {
    return tracer().finishedSpans();
  }

  /** The only finished span. */
  MockSpan span() {
    List<MockSpan> spans = spans();
    if (spans.size() != 1) {
      throw new AssertionError("Not one span: " + spans);
    }
    return spans.get(0);
  }

  @Override
  public void close() {
    container.close();
  }

  static class TracerProducer {
    @Produces
    @Singleton
    MockTracer tracer() {
      return new MockTracer();
    }
  }
}
