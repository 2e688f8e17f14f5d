// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnPage("docs/client.md")
@Timeout(60)
class ClientSnippetsTest {
  private final MockTracer tracer = new MockTracer();
  private final ServedApplication server = new ServedApplication(new ResourceConfig(Stock.class));

  @AfterEach
  void endServer() {
    server.close();
  }

  @Path("stock")
  public static class Stock {
    @GET
    public String get() {
      return "ok";
    }
  }

  @Test
  void sayWhatACallIs(@Shown("StockClient") Snippet shown) throws Exception {
    MockSpan parent = tracer.buildSpan("parent").start();
    Client client = ClientBuilder.newBuilder().register(new ClientTracingFeature(tracer)).build();
    Object stock = shown.create(Object.class, client.target(server.uri("/stock")));

    assertThat(Snippet.callOn(stock, "ping")).isEqualTo("ok");
    assertThat(tracer.finishedSpans()).isEmpty();

    assertThat(Snippet.callOn(stock, "reserve", parent)).isEqualTo("ok");
    assertThat(tracer.finishedSpans())
        .extracting(MockSpan::operationName)
        .containsExactly("reserve");
    assertThat(tracer.finishedSpans().get(0).parentId()).isEqualTo(parent.context().spanId());
    client.close();
  }

  @Test
  void traceAllClientsButOne(@Shown("AllClients") Snippet shown) throws Exception {
    String uri = server.uri("/stock").toString();

    shown.call(Object.class, "use", tracer, uri);

    assertThat(tracer.finishedSpans()).hasSize(1);
    try (Client later = ClientBuilder.newClient()) {
      later.target(uri).request().get(String.class);
    }
    assertThat(tracer.finishedSpans()).hasSize(1);
  }
}
