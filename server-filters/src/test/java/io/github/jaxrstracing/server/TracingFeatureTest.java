// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.test.JerseyTest;
import org.glassfish.jersey.test.TestProperties;
import org.junit.jupiter.api.Test;

class TracingFeatureTest extends JerseyTest {
  private MockTracer tracer;

  @Path("orders")
  @Traced
  public static class Orders {
    static volatile WeakReference<Object> lastBuilt;

    @GET
    @Path("{id: [0-9]+}")
    public String get(@PathParam("id") String id) {
      return id;
    }

    @Path("built")
    public Resource built() {
      byte[] data = {1, 2, 3};
      Inflector<ContainerRequestContext, String> handler = request -> data.length + " bytes";
      lastBuilt = new WeakReference<>(handler);
      Resource.Builder resource = Resource.builder();
      resource.addMethod("GET").handledBy(handler);
      return resource.build();
    }

    @GET
    @Path("ping")
    @Traced(false)
    public String ping() {
      return "pong";
    }
  }

  @Override
  protected Application configure() {
    tracer = new MockTracer();
    forceSet(TestProperties.CONTAINER_PORT, "0");
    return new ResourceConfig(Orders.class).register(new TracingFeature(tracer));
  }

  @Test
  void tracesWhatIsTraced() {
    String answer = target("orders/7").request().get(String.class);

    assertThat(answer).isEqualTo("7");
    await().until(() -> !tracer.finishedSpans().isEmpty());
    MockSpan span = tracer.finishedSpans().get(0);
    assertThat(span.operationName()).isEqualTo("GET:/orders/{id}");
    assertThat(span.tags())
        .containsEntry("span.kind", "server")
        .containsEntry("component", "jaxrs")
        .containsEntry("http.method", "GET")
        .containsEntry("http.url", target("orders/7").getUri().toString())
        .containsEntry("http.status_code", 200)
        .doesNotContainKey("error");
    assertThat(tracer.activeSpan()).isNull();
  }

  @Test
  void leavesOutWhatIsNot() {
    String answer = target("orders/ping").request().get(String.class);

    assertThat(answer).isEqualTo("pong");
    assertThat(tracer.finishedSpans()).isEmpty();
  }

  @Test
  void forgetsTheResourcesThatALocatorBuildsForOneRequest() {
    target("orders/built").request().get(String.class);
    await().until(() -> !tracer.finishedSpans().isEmpty());
    tracer.reset();

    await()
        .until(
            () -> {
              System.gc();
              return Orders.lastBuilt.get() == null;
            });
  }

  @Test
  void registersThePairOfFiltersOnAServerThatItDoesNotKnow() {
    Configuration unknown =
        proxy(
            Configuration.class,
            method -> method.matches("getInstances|getPropertyNames") ? Set.of() : null);
    List<Object> registered = new ArrayList<>();
    FeatureContext context = proxy(FeatureContext.class, method -> unknown);
    FeatureContext recording =
        (FeatureContext)
            Proxy.newProxyInstance(
                FeatureContext.class.getClassLoader(),
                new Class<?>[] {FeatureContext.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("register")) {
                    registered.add(arguments[0]);
                  }
                  return method.invoke(context, arguments);
                });

    new TracingFeature(tracer).configure(recording);

    assertThat(registered)
        .hasAtLeastOneElementOfType(ContainerRequestFilter.class)
        .hasAtLeastOneElementOfType(ContainerResponseFilter.class);
  }

  private static <T> T proxy(Class<T> type, Function<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getName().equals("register") ? self : answers.apply(method.getName())));
  }
}
