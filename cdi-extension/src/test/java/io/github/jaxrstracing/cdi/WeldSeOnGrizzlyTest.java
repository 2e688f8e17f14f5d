// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.mock.MockSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.UriBuilder;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.opentracing.ClientTracingRegistrar;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application of resources and beans, without a line about tracing but its tracer. */
class WeldSeOnGrizzlyTest {
  private static final String NAME = WeldSeOnGrizzlyTest.class.getName();

  private final TracedBeans beans = new TracedBeans(Orders.class, Stock.class);
  private final HttpServer server =
      GrizzlyHttpServerFactory.createHttpServer(
          UriBuilder.newInstance()
              .scheme("http")
              .host(InetAddress.getLoopbackAddress().getHostAddress())
              .port(0)
              .build(),
          new ResourceConfig(Orders.class, Plain.class));
  private final URI uri =
      UriBuilder.newInstance()
          .scheme("http")
          .host(InetAddress.getLoopbackAddress().getHostAddress())
          .port(server.getListeners().iterator().next().getPort())
          .build();
  private final Client client = ClientBuilder.newClient();

  @AfterEach
  void stop() {
    assertThat(beans.tracer().activeSpan()).isNull();
    client.close();
    server.shutdownNow();
    beans.close();
  }

  @RequestScoped
  @Path("orders")
  public static class Orders {
    @Inject Stock stock;
    @Inject Instance<Span> active;
    @Inject Tracer tracer;

    @GET
    public String get() {
      stock.reserve();
      return String.valueOf(active.get() != null && active.get() == tracer.activeSpan());
    }
  }

  @ApplicationScoped
  @Traced
  public static class Stock {
    public void reserve() {}
  }

  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return "plain";
    }
  }

  @Test
  void isOneTraceOfRequestAndMethod() {
    String answer = client.target(uri).path("orders").request().get(String.class);

    assertThat(answer).isEqualTo("true");
    List<MockSpan> spans = await().until(beans::spans, found -> found.size() == 2);
    assertThat(spans)
        .extracting(MockSpan::operationName)
        .containsExactly(NAME + "$Stock.reserve", "GET:" + NAME + "$Orders.get");
    assertThat(spans.get(0).parentId()).isEqualTo(spans.get(1).context().spanId());
    assertThat(spans.get(1).parentId()).isZero();
  }

  @Test
  void tracesResourcesThatAreNoBeans() {
    client.target(uri).path("plain").request().get(String.class);

    await().until(() -> !beans.spans().isEmpty());
    assertThat(beans.span().operationName()).isEqualTo("GET:" + NAME + "$Plain.get");
  }

  @Test
  void tracesOnlyClientsThatWereConfigured() {
    Client configured = ClientTracingRegistrar.configure(ClientBuilder.newBuilder()).build();

    configured.target(uri).path("plain").request().get(String.class);

    configured.close();
    List<MockSpan> spans = await().until(beans::spans, found -> found.size() == 2);
    assertThat(spans)
        .extracting(span -> span.tags().get("span.kind"))
        .containsExactlyInAnyOrder("client", "server");
    assertThat(spans)
        .extracting(span -> span.context().traceId())
        .containsOnly(spans.get(0).context().traceId());
  }
}
