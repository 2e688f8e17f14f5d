// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is off when a switch is off: business methods never go on alone. */
class SwitchTest {
  private static final String ALL = "jaxrs-tracing.enabled";
  private static final String SERVER = "jaxrs-tracing.server.enabled";

  private final ResourceConfig application = new ResourceConfig(Orders.class);
  private @Nullable TracedBeans beans;

  @AfterEach
  void switchOn() {
    System.clearProperty(ALL);
    System.clearProperty(SERVER);
    if (beans != null) {
      beans.close();
    }
  }

  private TracedBeans start() {
    beans = new TracedBeans(Stock.class);
    return beans;
  }

  @ApplicationScoped
  @Traced
  public static class Stock {
    public String reserve() {
      return "reserved";
    }
  }

  @Path("orders")
  @Traced
  public static class Orders {
    @GET
    public String get() {
      return CDI.current().select(Stock.class).get().reserve();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, SERVER})
  void switchesServerAndBusinessMethods(String name) throws Exception {
    System.setProperty(name, "false");
    TracedBeans started = start();

    assertThat(InProcess.spansOf(application, started.tracer(), "/orders")).isEmpty();
    started.get(Stock.class).reserve();
    assertThat(started.spans()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, SERVER})
  void switchesThemAsAPropertyOfTheApplication(String name) throws Exception {
    TracedBeans started = start();
    application.property(name, false);

    assertThat(InProcess.spansOf(application, started.tracer(), "/orders")).isEmpty();
  }

  @Test
  void leavesBusinessMethodsOnForAnotherApplication() throws Exception {
    TracedBeans started = start();
    ResourceConfig off = new ResourceConfig(Orders.class).property(SERVER, false);

    assertThat(InProcess.spansOf(off, started.tracer(), "/orders")).isEmpty();
    assertThat(InProcess.spansOf(application, started.tracer(), "/orders"))
        .extracting(MockSpan::operationName)
        .containsExactly(
            Stock.class.getName() + ".reserve", "GET:" + Orders.class.getName() + ".get");
  }

  @Test
  void switchesFeaturesThatAreRegisteredInCode() throws Exception {
    assertThat(spansOfCallRequestAndMethod()).hasSize(3);

    System.setProperty(ALL, "false");

    assertThat(spansOfCallRequestAndMethod()).isEmpty();
  }

  private static List<MockSpan> spansOfCallRequestAndMethod() throws Exception {
    try (TracedBeans started = new TracedBeans(Stock.class)) {
      MockTracer tracer = started.tracer();
      Client client =
          ClientBuilder.newClient()
              .register(new ClientTracingFeature(tracer))
              .register((ClientRequestFilter) call -> call.abortWith(Response.ok().build()));
      client.target("http://localhost/").request().get().close();
      client.close();
      ResourceConfig traced = new ResourceConfig(Orders.class).register(new TracingFeature(tracer));
      return InProcess.spansOf(traced, tracer, "/orders");
    }
  }

  @Test
  void refusesWhatIsNoSwitch() {
    System.setProperty(ALL, "never");

    assertThatThrownBy(this::start)
        .hasStackTraceContaining(
            "jaxrs-tracing.enabled: \"never\" cannot be used; valid are true and false.");
  }
}
