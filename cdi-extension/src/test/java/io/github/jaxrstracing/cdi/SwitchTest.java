// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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
    System.setProperty(ALL, "false");
    TracedBeans started = start();
    application.register(new TracingFeature(started.tracer()));
    Client client = ClientBuilder.newClient().register(new ClientTracingFeature(started.tracer()));

    assertThatThrownBy(() -> client.target(closedPort()).request().get())
        .isInstanceOf(ProcessingException.class);

    client.close();
    assertThat(InProcess.spansOf(application, started.tracer(), "/orders")).isEmpty();
  }

  private static URI closedPort() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
      return new URI(
          "http", null, loopback.getHostAddress(), socket.getLocalPort(), null, null, null);
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
