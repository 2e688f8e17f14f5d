// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ShopApplicationTest {
  private static final MockTracer TRACER = new MockTracer();

  @TestBean Tracer tracer;
  @LocalServerPort int port;

  static Tracer tracer() {
    return TRACER;
  }

  @Test
  void tracesARequestAndTheCallItMakesButNotTheActuator() {
    Client client = ClientBuilder.newClient();
    String uri = "http://localhost:" + port;

    assertThat(client.target(uri + "/actuator/health").request().get().getStatus()).isEqualTo(200);
    assertThat(client.target(uri + "/orders/7").request().get(String.class))
        .isEqualTo("Order 7, in stock: 1");

    // A server ends its span after its response.
    Awaitility.await().until(() -> TRACER.finishedSpans().size() >= 3);
    assertThat(TRACER.finishedSpans())
        .extracting(span -> span.tags().get("span.kind"), span -> span.operationName())
        .containsExactlyInAnyOrder(
            tuple("server", "GET:/orders/{id}"),
            tuple("client", "GET"),
            tuple("server", "GET:/stock/{id}"));
    assertThat(TRACER.finishedSpans())
        .extracting(span -> span.context().traceId())
        .containsOnly(TRACER.finishedSpans().get(0).context().traceId());
  }
}
