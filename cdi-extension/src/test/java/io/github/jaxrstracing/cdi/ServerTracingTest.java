// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.github.jaxrstracing.server.DiscoveredTracingFeature;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications in which nothing is registered, without a CDI container. */
class ServerTracingTest {
  private static final String NAME = ServerTracingTest.class.getName();

  private final MockTracer tracer = new MockTracer();
  private final ResourceConfig application =
      new ResourceConfig(Orders.class, NotTraced.class, SubOrders.class);

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

  @Test
  void tracesEverythingByClassAndMethod() throws Exception {
    List<MockSpan> spans = InProcess.spansOf(application, tracer, "/orders");

    assertThat(spans).hasSize(1);
    assertThat(spans.get(0).operationName()).isEqualTo("GET:" + NAME + "$Orders.all");
  }

  @Test
  void canBeSwitchedOff() throws Exception {
    application.property("jaxrs-tracing.server.enabled", false);

    assertThat(InProcess.spansOf(application, tracer, "/orders", "/orders/marked")).isEmpty();
  }

  @Test
  void canTraceOnlyWhatIsTraced() throws Exception {
    application.property("jaxrs-tracing.server.trace-all", "false");

    assertThat(
            InProcess.spansOf(
                application,
                tracer,
                "/orders",
                "/orders/marked",
                "/orders/mp-named",
                "/orders/mp-off"))
        .extracting(MockSpan::operationName)
        .containsExactly("GET:" + NAME + "$Orders.marked", "mp-name");
  }

  @Test
  void honoursMicroProfilesAnnotation() throws Exception {
    List<MockSpan> spans =
        InProcess.spansOf(
            application,
            tracer,
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

    assertThat(InProcess.spansOf(application, tracer, "/orders", "/orders/marked")).isEmpty();
    assertThat(own.finishedSpans())
        .extracting(MockSpan::operationName)
        .containsExactly("GET:/rest/orders/marked");
  }

  @Test
  void yieldsToAFeatureThatIsRegisteredByItsClass() throws Exception {
    application.register(TracingFeature.class);

    assertThat(InProcess.spansOf(application, tracer, "/orders", "/orders/marked"))
        .extracting(MockSpan::operationName)
        .containsExactly("GET:/rest/orders/marked");
  }

  @ParameterizedTest
  @CsvSource({
    "/orders,            GET:/orders",
    "/orders/7,          GET:/orders/{id: \\d+}",
    "/sub-orders/7,      GET:/sub-orders/{id: \\d+}",
    "/orders/sub/item/a, mp-class"
  })
  void canNameByPath(String path, String name) throws Exception {
    application.property("mp.opentracing.server.operation-name-provider", "http-path");

    assertThat(InProcess.spansOf(application, tracer, path))
        .extracting(MockSpan::operationName)
        .containsExactly(name);
  }

  @Test
  void takesItsOwnNamingBeforeMicroProfiles() throws Exception {
    application.property("mp.opentracing.server.operation-name-provider", "http-path");
    application.property("jaxrs-tracing.server.operation-name", "route");

    assertThat(InProcess.spansOf(application, tracer, "/orders/7"))
        .extracting(MockSpan::operationName)
        .containsExactly("GET:/rest/orders/{id}");
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

  @Path("silent")
  public static class Silent {
    @GET
    public String get() {
      return "silent";
    }
  }

  @Path("mp-marked")
  public static class MicroProfileMarked {
    @GET
    @org.eclipse.microprofile.opentracing.Traced
    public String get() {
      return "marked";
    }
  }

  @Test
  void tellsThatNothingIsTracedOnlyWhereThatIsSo() {
    try (Warnings warnings = new Warnings()) {
      new ApplicationHandler(new ResourceConfig(Silent.class));
      new ApplicationHandler(traceOnlyTraced(Silent.class, MicroProfileMarked.class));
      assertThat(warnings.take()).isEmpty();

      new ApplicationHandler(traceOnlyTraced(Silent.class));
      assertThat(warnings.take())
          .singleElement()
          .asString()
          .contains("no resource", "is @Traced, and traceAll is off");
    }
  }

  private static ResourceConfig traceOnlyTraced(Class<?>... resources) {
    return new ResourceConfig(resources).property("jaxrs-tracing.server.trace-all", false);
  }

  @Test
  void tellsOnceOfAServerThatItDoesNotKnow() {
    try (Warnings warnings = new Warnings()) {
      boolean configured = new DiscoveredTracingFeature().configure(unknownServer());

      assertThat(configured).isTrue();
      assertThat(warnings.take())
          .singleElement()
          .asString()
          .contains("has no hooks for the server of");
    }
  }

  /** Registers nothing and has no properties. */
  private static FeatureContext unknownServer() {
    return (FeatureContext)
        Proxy.newProxyInstance(
            FeatureContext.class.getClassLoader(),
            new Class<?>[] {FeatureContext.class, Configuration.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getClasses", "getInstances", "getPropertyNames" -> Set.of();
                  case "getProperty" -> null;
                  default -> self;
                });
  }
}
