// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Singleton;
import java.net.ServerSocket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

@OnPage("README.md")
@Timeout(60)
class ReadmeSnippetsTest {
  private static final Pattern SPAN =
      Pattern.compile("(SERVER|CLIENT) \"([^\"]+)\" trace=(\\p{XDigit}{32})");

  @Test
  void joinTwoProgramsInOneTrace(@Shown("Shop") Snippet shop, @Shown("Buyer") Snippet buyer)
      throws Exception {
    int port = freePort();
    try (Program server = new Program("Shop", shop.with("localhost:8080", "localhost:" + port))) {
      server.awaitPort(port);

      try (Program client =
          new Program("Buyer", buyer.with("localhost:8080", "localhost:" + port))) {
        assertThat(client.result()).as(client.output()).isZero();

        assertThat(client.output()).contains("Order 17");
        Matcher call = span(client, "CLIENT");
        Matcher served = span(server, "SERVER");
        assertThat(call.group(2)).isEqualTo("GET");
        assertThat(served.group(2)).isEqualTo("GET:/orders/{id}");
        assertThat(served.group(3)).isEqualTo(call.group(3));
      }
    }
  }

  @Test
  void traceWhatIsTraced(@Shown("Shop") Snippet shop) throws Exception {
    MockTracer tracer = new MockTracer();
    try (ServedApplication server =
        new ServedApplication(shop.create(ResourceConfig.class, tracer))) {
      assertThat(server.get("/orders/ping").body()).isEqualTo("pong");
      assertThat(server.get("/orders/17").body()).isEqualTo("Order 17");

      awaitSoon().until(() -> !tracer.finishedSpans().isEmpty());
      assertThat(tracer.finishedSpans())
          .extracting(MockSpan::operationName)
          .containsExactly("GET:/orders/{id}");
    }
  }

  @Test
  void traceRequestsAndBeans(@Shown("Stock") Snippet stock) throws Exception {
    Class<?> resource = stock.type();
    Thread.currentThread().setContextClassLoader(resource.getClassLoader());
    try (SeContainer container =
            SeContainerInitializer.newInstance()
                .setClassLoader(resource.getClassLoader())
                .addBeanClasses(resource, resource.getClasses()[0], TracerProducer.class)
                .initialize();
        ServedApplication server = new ServedApplication(new ResourceConfig(resource))) {
      MockTracer tracer = container.select(MockTracer.class).get();

      assertThat(server.get("/stock").body()).isEqualTo("7 left");

      awaitSoon().until(() -> tracer.finishedSpans().size() == 2);
      assertThat(tracer.finishedSpans())
          .extracting(MockSpan::operationName)
          .containsExactly("Stock$Shelf.count", "GET:/stock");
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }

  static class TracerProducer {
    @Produces
    @Singleton
    MockTracer tracer() {
      return new MockTracer();
    }
  }

  @Test
  void areATest(@Shown("ShopTest") Snippet test) throws Exception {
    SummaryGeneratingListener result = new SummaryGeneratingListener();

    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test.type())).build(),
            result);

    assertThat(result.getSummary().getFailures()).isEmpty();
    assertThat(result.getSummary().getTestsSucceededCount()).isEqualTo(1);
  }

  private static Matcher span(Program program, String kind) throws Exception {
    awaitSoon().until(() -> program.output().contains(kind + " \""));
    Matcher span = SPAN.matcher(program.output());
    assertThat(span.find()).as(program.output()).isTrue();
    assertThat(span.group(1)).isEqualTo(kind);
    return span;
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
