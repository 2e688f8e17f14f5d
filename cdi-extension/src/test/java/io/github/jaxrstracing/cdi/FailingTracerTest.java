// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FailingTracerTest {
  static class Producer {
    static final List<String> CALLS = new CopyOnWriteArrayList<>();

    @Produces
    @Singleton
    Tracer tracer() {
      return (Tracer)
          Proxy.newProxyInstance(
              Tracer.class.getClassLoader(),
              new Class<?>[] {Tracer.class},
              (proxy, method, arguments) -> {
                CALLS.add(method.getName());
                throw new IllegalStateException(method.getName());
              });
    }
  }

  @ApplicationScoped
  @Traced
  public static class Stock {
    public String reserve() {
      return "reserved";
    }

    public CompletionStage<String> later() {
      return CompletableFuture.completedFuture("reserved");
    }
  }

  @Test
  void isNotNoticedByTheApplication() {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(Producer.class, Stock.class)
            .initialize()) {
      Stock stock = container.select(Stock.class).get();

      assertThat(stock.reserve()).isEqualTo("reserved");
      assertThat(stock.later()).isCompletedWithValue("reserved");
      assertThat(Producer.CALLS).filteredOn("buildSpan"::equals).hasSize(2);
    }
  }
}
