// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.concurrent.Future;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/**
 * A suspended request that nobody can answer any more: the application has dropped its response,
 * and the server, whose client has gone, the request. It must be garbage.
 */
class DroppedResponseTest {
  private static final URI BASE = URI.create("http://localhost/");

  private final MockTracer tracer = new MockTracer();
  private final ApplicationHandler jersey =
      new ApplicationHandler(
          new ResourceConfig(Drops.class)
              .register(TracingFeature.builder().tracer(tracer).traceAll().build()));

  @Test
  void holdsNothingOfIt() {
    WeakReference<Object> request = suspended();

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(request.get()).isNull();
            });
    assertThat(tracer.finishedSpans()).isEmpty();
    Reference.reachabilityFence(jersey);
  }

  private WeakReference<Object> suspended() {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            BASE.resolve("drops"),
            "GET",
            null,
            new MapPropertiesDelegate(),
            jersey.getConfiguration());
    Future<ContainerResponse> answer = jersey.apply(request);
    assertThat(answer).isNotDone();
    assertThat(request.getProperty(RequestTrace.PROPERTY)).isInstanceOf(RequestTrace.class);
    return new WeakReference<>(request);
  }

  @Path("drops")
  public static class Drops {
    @GET
    public void drop(@Suspended AsyncResponse dropped) {
      // Nobody keeps it.
    }
  }
}
