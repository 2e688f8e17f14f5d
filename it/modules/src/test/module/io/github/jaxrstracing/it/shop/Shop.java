// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.shop;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Serves one request, makes it, and prints the spans and the modules that they come from. */
public final class Shop {
  private static final CountDownLatch FINISHED = new CountDownLatch(2);

  private static final MockTracer TRACER =
      new MockTracer() {
        @Override
        protected void onSpanFinished(MockSpan span) {
          FINISHED.countDown();
        }
      };

  private Shop() {}

  public static void main(String[] args) throws InterruptedException {
    for (Class<?> type :
        new Class<?>[] {HttpTags.class, TracingFeature.class, ClientTracingFeature.class}) {
      System.out.println("module " + type.getModule().getName());
    }
    ResourceConfig application =
        new ResourceConfig(Orders.class).register(new TracingFeature(TRACER));
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
    try (ClientTracingFeature.Installation all =
            ClientTracingFeature.installForAllClients(TRACER);
        Client client = ClientBuilder.newClient()) {
      String order =
          client
              .target("http://127.0.0.1:" + server.getListener("grizzly").getPort())
              .path("orders/7")
              .request()
              .get(String.class);
      FINISHED.await();
      System.out.println("answer " + order);
    } finally {
      server.shutdownNow();
    }
    for (MockSpan span : TRACER.finishedSpans()) {
      System.out.println(
          "span " + span.tags().get("span.kind") + ' ' + span.operationName() + ' '
              + (span.parentId() == 0 ? "root" : "child"));
    }
  }

  /** A resource. */
  @Path("orders")
  @Traced
  public static class Orders {
    @GET
    @Path("{id: [0-9]+}")
    public String get() {
      return TRACER.activeSpan() == null ? "untraced" : "traced";
    }
  }
}
