// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.Span;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the pair of filters does on a server without hooks, shown on Jersey with its hooks left out;
 * and what a small hook adds.
 */
class PairAloneTest {
  private static final MockTracer TRACER = new MockTracer();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Warnings warnings = new Warnings();
  private HttpServer server;

  @AfterEach
  void leavesNothingBehind() throws Exception {
    HttpResponse<String> active = send("GET", "/none/active");
    server.shutdownNow();
    TRACER.reset();
    warnings.close();
    assertThat(active.body()).as("active span on the server's thread").isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /items/7, GET:/api/items/{id}, 200, false",
    "HEAD, /items/7, HEAD:/api/items/{id}, 200, false",
    "POST, /items, POST:/api/items, 204, false",
    "GET, /items/active, GET:/api/items/active, 200, false",
    "GET, /items/later, GET:/api/items/later, 200, false",
    "GET, /items/stage, GET:/api/items/stage, 200, false",
    "GET, /items/stream, GET:/api/items/stream, 200, false",
    "GET, /items/gone, GET:/api/items/gone, 404, false",
    "GET, /items/boom, GET:/api/items/boom, 500, true",
    "GET, /items/broken, GET:/api/items/broken, 200, true",
    "GET, /nowhere, GET, 404, false",
    "PUT, /items/7, PUT, 405, false",
    "GET, /items/stopped, GET, 403, false",
  })
  void tracesARequest(String method, String path, String name, int status, boolean isError)
      throws Exception {
    serve(List.of());

    send(method, path);

    MockSpan span = span();
    assertThat(span.operationName()).isEqualTo(name);
    assertThat(span.tags())
        .containsEntry("http.status_code", status)
        .containsEntry("span.kind", "server");
    assertThat(span.tags().get("error")).isEqualTo(isError ? true : null);
    assertThat(span.generatedErrors()).isEmpty();
  }

  @Test
  void makesTheSpanActiveInAMethodThatAnswersOnItsThread() throws Exception {
    serve(List.of());

    assertThat(send("GET", "/items/active").body()).isEqualTo("active");
    span();
    assertThat(send("GET", "/items/stage").body()).isEqualTo("none");
    span();
  }

  @Test
  void leavesRequestsOutThatAreNotTraced() throws Exception {
    serve(List.of());

    send("GET", "/none/active");

    assertThat(TRACER.finishedSpans()).isEmpty();
  }

  @Test
  void saysOnceThatItHasNoHooks() throws Exception {
    serve(List.of());

    assertThat(warnings.take()).singleElement().asString().contains("filters alone");
  }

  @Test
  void takesWhatAHookTells() throws Exception {
    serve(List.of(new TenLines()));

    send("GET", "/items/7");

    MockSpan span = span();
    assertThat(span.operationName()).isEqualTo("GET:/api/told/by/the/hook");
    assertThat(span.tags()).containsEntry("http.status_code", 299);
  }

  @Test
  void fallsBackToThePairWhereAHookDoesNotKnowItsImplementation() throws Exception {
    serve(List.of(new OfAnotherVersion()));

    send("GET", "/items/7");

    assertThat(span().operationName()).isEqualTo("GET:/api/items/{id}");
    assertThat(warnings.take()).singleElement().asString().contains("OfAnotherVersion");
  }

  private void serve(List<ServerHooks> hooks) {
    TracingFeature feature = TracingFeature.builder().tracer(TRACER).traceAll().build();
    ResourceConfig config =
        new ResourceConfig(Items.class, None.class, Stopping.class)
            .register((Feature) context -> feature.configure(context, hooks));
    server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/api/"), config);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    URI base = URI.create("http://127.0.0.1:" + server.getListener("grizzly").getPort() + "/api");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static MockSpan span() {
    await().until(() -> !TRACER.finishedSpans().isEmpty());
    MockSpan span = TRACER.finishedSpans().get(0);
    assertThat(TRACER.finishedSpans()).hasSize(1);
    TRACER.reset();
    return span;
  }

  private static String active() {
    Span active = TRACER.activeSpan();
    return active == null ? "none" : "active";
  }

  /** The smallest hook: when a request arrives, what it matches, how it ends. */
  private static final class TenLines implements ServerHooks {
    @Override
    public boolean fits(jakarta.ws.rs.core.Configuration configuration) {
      return true;
    }

    @Override
    public void install(FeatureContext context, FilterPair pair) {
      context.register(new Arrival(pair));
    }
  }

  @PreMatching
  private record Arrival(FilterPair pair) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      RequestTrace trace = pair.arrived(request);
      if (trace != null) {
        trace.matched("key", Items.class, Arrival::method);
        trace.begin();
        trace.ended(299, true);
      }
    }

    private static MatchedMethod method(Class<?> type) {
      try {
        java.lang.reflect.Method method = type.getMethod("get", String.class);
        return new MatchedMethod(
            type, method, method, List.of("told/by/the/hook"), List.of(), false, List.of());
      } catch (NoSuchMethodException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static final class OfAnotherVersion implements ServerHooks {
    @Override
    public boolean fits(jakarta.ws.rs.core.Configuration configuration) {
      return true;
    }

    @Override
    public void install(FeatureContext context, FilterPair pair) throws NoSuchMethodException {
      Items.class.getMethod("renamed");
    }
  }

  @Path("items")
  public static class Items {
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
      return id;
    }

    @POST
    public void post() {}

    @GET
    @Path("active")
    public String activeHere() {
      return active();
    }

    @GET
    @Path("later")
    public void later(@Suspended AsyncResponse response) {
      new Thread(() -> response.resume("later")).start();
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
      return CompletableFuture.completedFuture(active());
    }

    @GET
    @Path("stream")
    public StreamingOutput stream() {
      return out -> out.write('a');
    }

    @GET
    @Path("gone")
    public String gone() {
      throw new NotFoundException();
    }

    @GET
    @Path("boom")
    public String boom() {
      throw new IllegalStateException("a bug of the application");
    }

    @GET
    @Path("broken")
    public StreamingOutput broken() {
      return out -> {
        out.write(new byte[100_000]);
        out.flush();
        throw new IllegalStateException("in the body");
      };
    }
  }

  @Path("none")
  @Traced(false)
  public static class None {
    @GET
    @Path("active")
    public String activeHere() {
      return active();
    }
  }

  /** Answers before anything is matched. */
  @PreMatching
  public static class Stopping implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getUriInfo().getPath().endsWith("stopped")) {
        request.abortWith(Response.status(403).build());
      }
    }
  }
}
