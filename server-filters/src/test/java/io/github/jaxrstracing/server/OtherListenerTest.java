// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the listeners of others do to a span when they throw. */
class OtherListenerTest {
  private final MockTracer tracer = new MockTracer();

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = "MATCHING_START") // nothing is matched then, and only traceAll would trace it
  void endsTheSpanWhateverAnotherListenerThrows(RequestEvent.Type event) {
    ApplicationHandler application =
        new ApplicationHandler(
            new ResourceConfig(Pings.class)
                .register(new Throwing(event), 1)
                .register(new TracingFeature(tracer)));

    // Depending on the event Jersey answers, fails the answer, or throws on this thread.
    Throwable thrown = catchThrowable(() -> application.apply(request()));

    assertThat(thrown).isIn(null, Throwing.BUG);
    assertThat(tracer.finishedSpans()).hasSize(1);
    assertThat(tracer.activeSpan()).isNull();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MATCHING_START")
  void endsTheSpanOfAFailingMethodWhateverAnotherListenerThrows(RequestEvent.Type event) {
    ApplicationHandler application =
        new ApplicationHandler(
            new ResourceConfig(Pings.class)
                .register(new Throwing(event), 1)
                .register(new TracingFeature(tracer)));

    catchThrowable(() -> application.apply(request("ping/boom")).get());

    await().untilAsserted(() -> assertThat(tracer.finishedSpans()).hasSize(1));
    assertThat(tracer.finishedSpans().get(0).tags()).containsEntry("error", true);
    assertThat(tracer.activeSpan()).isNull();
  }

  private static ContainerRequest request() {
    return request("ping");
  }

  private static ContainerRequest request(String path) {
    URI base = URI.create("http://localhost/");
    return new ContainerRequest(
        base, base.resolve(path), "GET", null, new MapPropertiesDelegate(), null);
  }

  @Path("ping")
  @Traced
  public static class Pings {
    @GET
    public String ping() {
      return "pong";
    }

    @GET
    @Path("boom")
    public String boom() {
      throw new IllegalStateException("a bug of the application");
    }
  }

  private record Throwing(RequestEvent.Type type) implements ApplicationEventListener {
    static final RuntimeException BUG = new IllegalStateException("a bug of another listener");

    @Override
    public void onEvent(ApplicationEvent event) {}

    @Override
    public RequestEventListener onRequest(RequestEvent request) {
      return event -> {
        if (event.getType() == type) {
          throw BUG;
        }
      };
    }
  }
}
