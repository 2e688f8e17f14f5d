// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A container that is reloaded while requests are open. */
class ReloadTest {
  private static CountDownLatch arrived;
  private static CountDownLatch mayAnswer;

  private final MockTracer tracer = new MockTracer();
  private GrizzlyHttpContainer container;
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    arrived = new CountDownLatch(1);
    mayAnswer = new CountDownLatch(1);
    container = ContainerFactory.createContainer(GrizzlyHttpContainer.class, config());
    server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), false);
    server.getServerConfiguration().addHttpHandler(container, "/");
    server.start();
  }

  private ResourceConfig config() {
    return new ResourceConfig(Waiting.class)
        .register(TracingFeature.builder().tracer(tracer).traceAll().build());
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void endsTheSpanOfASuspendedRequest() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = get("waiting/suspended");
    arrived.await();

    container.reload(config());

    await().until(() -> tracer.finishedSpans().size() == 1);
    assertThat(tracer.finishedSpans().get(0).tags()).containsEntry("error", true);
    answer.cancel(true);
  }

  @Test
  void endsTheSpanOfARequestWhoseMethodRuns() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = get("waiting/running");
    arrived.await();

    container.reload(config());
    mayAnswer.countDown();

    await().until(() -> tracer.finishedSpans().size() == 1);
    answer.cancel(true);
  }

  @Test
  void tracesWithTheNewApplication() throws Exception {
    container.reload(config());

    assertThat(get("waiting").get().body()).isEqualTo("no");
    await().until(() -> tracer.finishedSpans().size() == 1);
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    URI base = URI.create("http://127.0.0.1:" + server.getListener("grizzly").getPort() + "/");
    return HttpClient.newHttpClient()
        .sendAsync(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
  }

  @Path("waiting")
  public static class Waiting {
    @GET
    public String no() {
      return "no";
    }

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) {
      arrived.countDown();
    }

    @GET
    @Path("running")
    public String running() throws InterruptedException {
      arrived.countDown();
      mayAnswer.await();
      return "yes";
    }
  }
}
