// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.client.ClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopApplicationTest {
  private final MockTracer tracer = new MockTracer();
  private final DropwizardTestSupport<Configuration> server =
      new DropwizardTestSupport<>(
          ShopApplication.class, (String) null, ConfigOverride.randomPorts()) {
        @Override
        public Application<Configuration> newApplication() {
          return new ShopApplication(tracer);
        }
      };

  @BeforeEach
  void start() throws Exception {
    server.before();
  }

  @AfterEach
  void stop() {
    server.after();
  }

  @Test
  void tracesARequestAndTheCallItMakes() {
    String order =
        ClientBuilder.newClient()
            .target("http://localhost:" + server.getLocalPort() + "/orders/7")
            .request()
            .get(String.class);

    assertThat(order).isEqualTo("Order 7, in stock: 1");
    server.after(); // A server ends its span after its response: now all have ended.
    assertThat(tracer.finishedSpans())
        .extracting(span -> span.tags().get("span.kind"), span -> span.operationName())
        .containsExactlyInAnyOrder(
            tuple("server", "GET:/orders/{id}"),
            tuple("client", "GET"),
            tuple("server", "GET:/stock/{id}"));
    assertThat(tracer.finishedSpans())
        .extracting(span -> span.context().traceId())
        .containsOnly(tracer.finishedSpans().get(0).context().traceId());
  }
}
