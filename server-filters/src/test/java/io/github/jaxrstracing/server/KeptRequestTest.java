// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.PropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that keeps its requests and their attributes for ever, as Jetty does when a client goes
 * away before an asynchronous answer. All that Jersey made for the request must be garbage, and the
 * threads that worked for it, which may hold it: since Java 19 also when they have ended.
 */
class KeptRequestTest {
  private static final URI BASE = URI.create("http://localhost/");

  private final MockTracer tracer = new MockTracer();
  private final ApplicationHandler jersey =
      new ApplicationHandler(
          new ResourceConfig(Answers.class)
              .register(TracingFeature.builder().tracer(tracer).build()));

  @ParameterizedTest
  @ValueSource(strings = {"now", "later", "fails"})
  void holdsNothingOfAFinishedRequest(String path) throws Exception {
    PropertiesDelegate kept = new MapPropertiesDelegate();

    WeakReference<Object> request = answered(path, kept);

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(request.get()).isNull();
              assertThat(Answers.answering.get()).isNull();
            });
    assertThat(tracer.finishedSpans()).hasSize(1);
    assertThat(kept.getProperty(RequestTrace.PROPERTY)).isInstanceOf(RequestTrace.class);
  }

  private WeakReference<Object> answered(String path, PropertiesDelegate kept) throws Exception {
    ContainerRequest request =
        new ContainerRequest(
            BASE, BASE.resolve("answers/" + path), "GET", null, kept, jersey.getConfiguration());
    try {
      jersey.apply(request).get(10, SECONDS);
    } catch (ExecutionException fails) {
      assertThat(path).isEqualTo("fails");
    }
    await().until(() -> tracer.finishedSpans().size() == 1);
    return new WeakReference<>(request);
  }

  @Path("answers")
  @Traced
  public static class Answers {
    static WeakReference<Thread> answering = new WeakReference<>(null);

    @GET
    @Path("now")
    public String now() {
      return "now";
    }

    @GET
    @Path("later")
    public void later(@Suspended AsyncResponse later) {
      Thread thread = new Thread(() -> later.resume("later"));
      answering = new WeakReference<>(thread);
      thread.start();
    }

    @GET
    @Path("fails")
    public String fails() {
      throw new IllegalStateException("for this test");
    }
  }
}
