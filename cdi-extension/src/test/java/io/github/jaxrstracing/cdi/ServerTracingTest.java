// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications in which nothing is registered, without a CDI container. */
class ServerTracingTest {
  private static final String NAME = ServerTracingTest.class.getName();

  private final MockTracer tracer = new MockTracer();
  private final ResourceConfig application =
      new ResourceConfig(Orders.class, Root.class, NotTraced.class, SubOrders.class);

  ServerTracingTest() {
    GlobalTracer.registerIfAbsent(tracer);
  }

  @AfterEach
  void forgetTheGlobalTracer() {
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  @Path("/orders/")
  public static class Orders {
    @GET
    public String all() {
      return "all";
    }

    @GET
    @Path("/{id: \\d+}/")
    public String one(@PathParam("id") String id) {
      return id;
    }

    @GET
    @Path("marked")
    @Traced
    public String marked() {
      return "marked";
    }

    @GET
    @Path("mp-named")
    @org.eclipse.microprofile.opentracing.Traced(operationName = "mp-name")
    public String microProfileNamed() {
      return "named";
    }

    @GET
    @Path("mp-off")
    @org.eclipse.microprofile.opentracing.Traced(false)
    public String microProfileOff() {
      return "off";
    }

    @Path("sub")
    public Item sub() {
      return new Item();
    }
  }

  @Path("sub-orders")
  public static class SubOrders extends Orders {
    @Override
    public String microProfileOff() {
      return "off";
    }
  }

  @org.eclipse.microprofile.opentracing.Traced(operationName = "mp-class")
  public static class Item {
    @GET
    @Path("item/{id: [a-z]+}")
    public String get() {
      return "item";
    }
  }

  @Path("off")
  @org.eclipse.microprofile.opentracing.Traced(false)
  public static class NotTraced {
    @GET
    public String get() {
      return "off";
    }

    @GET
    @Path("on")
    @org.eclipse.microprofile.opentracing.Traced
    public String on() {
      return "on";
    }
  }

  @Path("/")
  public static class Root {
    @GET
    @Path("{any: .*}")
    public String any() {
      return "any";
    }
  }

  private List<MockSpan> spansOf(String... paths) throws InterruptedException, ExecutionException {
    ApplicationHandler handler = new ApplicationHandler(application);
    for (String path : paths) {
      ContainerRequest request =
          new ContainerRequest(
              URI.create("http://localhost/rest/"),
              URI.create("http://localhost/rest" + path),
              "GET",
              null,
              new MapPropertiesDelegate(),
              handler.getConfiguration());
      assertThat(handler.apply(request).get().getStatus()).isEqualTo(200);
    }
    assertThat(tracer.activeSpan()).isNull();
    return tracer.finishedSpans();
  }

  @Test
  void tracesEverythingByClassAndMethod() throws Exception {
    List<MockSpan> spans = spansOf("/orders");

    assertThat(spans).hasSize(1);
    assertThat(spans.get(0).operationName()).isEqualTo("GET:" + NAME + "$Orders.all");
    assertThat(spans.get(0).tags()).containsEntry("http.status_code", 200);
  }

  @Test
  void canBeSwitchedOff() throws Exception {
    application.property("jaxrs-tracing.server.enabled", false);

    assertThat(spansOf("/orders", "/orders/marked")).isEmpty();
  }

  @Test
  void canTraceOnlyWhatIsTraced() throws Exception {
    application.property("jaxrs-tracing.server.trace-all", "false");

    assertThat(spansOf("/orders", "/orders/marked", "/orders/mp-named", "/orders/mp-off"))
        .extracting(MockSpan::operationName)
        .containsExactly("GET:" + NAME + "$Orders.marked", "mp-name");
  }

  @Test
  void honoursMicroProfilesAnnotation() throws Exception {
    List<MockSpan> spans =
        spansOf(
            "/orders/mp-named",
            "/orders/mp-off",
            "/orders/sub/item/a",
            "/off",
            "/off/on",
            "/sub-orders/mp-off");

    assertThat(spans)
        .extracting(MockSpan::operationName)
        .containsExactly("mp-name", "mp-class", "GET:" + NAME + "$NotTraced.on");
  }

  @Test
  void yieldsToAFeatureThatIsRegistered() throws Exception {
    MockTracer own = new MockTracer();
    application.register(new TracingFeature(own));

    assertThat(spansOf("/orders", "/orders/marked")).isEmpty();
    assertThat(own.finishedSpans())
        .extracting(MockSpan::operationName)
        .containsExactly("GET:/rest/orders/marked");
  }

  @Test
  void yieldsToAFeatureThatIsRegisteredByItsClass() throws Exception {
    application.register(TracingFeature.class);

    assertThat(spansOf("/orders", "/orders/marked"))
        .extracting(MockSpan::operationName)
        .containsExactly("GET:/rest/orders/marked");
  }

  @ParameterizedTest
  @CsvSource({
    "/orders,            GET:/orders",
    "/orders/7,          GET:/orders/{id: \\d+}",
    "/sub-orders/7,      GET:/sub-orders/{id: \\d+}",
    "/orders/sub/item/a, mp-class",
    "/orders/mp-named,   mp-name"
  })
  void canNameByPath(String path, String name) throws Exception {
    application.property("mp.opentracing.server.operation-name-provider", "http-path");

    assertThat(spansOf(path)).extracting(MockSpan::operationName).containsExactly(name);
  }

  @Test
  void takesItsOwnNamingBeforeMicroProfiles() throws Exception {
    application.property("mp.opentracing.server.operation-name-provider", "http-path");
    application.property("jaxrs-tracing.server.operation-name", "route");

    assertThat(spansOf("/orders/7"))
        .extracting(MockSpan::operationName)
        .containsExactly("GET:/rest/orders/{id}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp.opentracing.server.skip-pattern", "jaxrs-tracing.server.skip"})
  void skipsPaths(String key) throws Exception {
    application.property(key, "/orders|/orders/\\d|/orders/mp-named");

    assertThat(spansOf("/orders", "/orders/7", "/orders/mp-named", "/orders/77"))
        .extracting(MockSpan::operationName)
        .containsExactly("GET:" + NAME + "$Orders.one");
  }

  @Test
  void takesItsOwnSkipBeforeMicroProfiles() throws Exception {
    application.property("mp.opentracing.server.skip-pattern", ".*");
    application.property("jaxrs-tracing.server.skip", "/never");

    assertThat(spansOf("/orders")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/live",
        "/health/ready",
        "/health/started",
        "/metrics",
        "/metrics/base",
        "/metrics/base/gc.total",
        "/metrics/vendor/memory",
        "/metrics/application/orders",
        "/openapi"
      })
  void neverTracesWhatOthersOfMicroProfileAnswer(String path) throws Exception {
    application.property("mp.opentracing.server.skip-pattern", "/other");

    assertThat(spansOf(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/healthy",
        "/health/insurance",
        "/metrics/baseline",
        "/metrics/other/a",
        "/openapi/editor",
        "/my/health"
      })
  void tracesWhatOnlyLooksLikeIt(String path) throws Exception {
    assertThat(spansOf(path)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "mp.opentracing.server.skip-pattern,            (,    regular expressions",
    "jaxrs-tracing.server.skip,                     (,    regular expressions",
    "mp.opentracing.server.operation-name-provider, path, 'class-method, http-path'"
  })
  void refusesWhatCannotBeUsed(String key, String value, String valid) {
    application.property(key, value);

    assertThatThrownBy(() -> new ApplicationHandler(application))
        .hasStackTraceContaining(key + ": \"" + value + "\" cannot be used; valid are " + valid);
  }
}
