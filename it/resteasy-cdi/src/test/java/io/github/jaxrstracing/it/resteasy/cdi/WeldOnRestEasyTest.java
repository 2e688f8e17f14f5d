// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy.cdi;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.github.jaxrstracing.server.Traced;
import io.opentracing.Tracer;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.cdi.CdiInjectorFactory;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application of resources and beans, without a line about tracing but its tracer. */
class WeldOnRestEasyTest {
  private static final MockTestTracer TRACER = new MockTestTracer();

  private final Warnings warnings = new Warnings();
  private final ResteasyDeployment deployment = new ResteasyDeploymentImpl();
  private SeContainer weld;
  private DeploymentManager manager;
  private Undertow server;

  @BeforeEach
  void start() throws Exception {
    weld =
        SeContainerInitializer.newInstance()
            .addBeanClasses(Orders.class, Stock.class, Tracers.class, Shop.class)
            .initialize();
    deployment.setInjectorFactoryClass(CdiInjectorFactory.class.getName());
    deployment.setApplicationClass(Shop.class.getName());
    deployment.start();
    manager =
        Servlets.defaultContainer()
            .addDeployment(
                Servlets.deployment()
                    .setClassLoader(WeldOnRestEasyTest.class.getClassLoader())
                    .setDeploymentName("shop")
                    .setContextPath("/")
                    .addServletContextAttribute(ResteasyDeployment.class.getName(), deployment)
                    .addServlet(
                        Servlets.servlet(HttpServlet30Dispatcher.class)
                            .setAsyncSupported(true)
                            .setLoadOnStartup(1)
                            .addMapping("/*")));
    manager.deploy();
    server = Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    manager.stop();
    deployment.stop();
    weld.close();
    assertThat(TRACER.tracer().activeSpan()).isNull();
    assertThat(warnings.take()).isEmpty();
    warnings.close();
  }

  @Test
  void tracesRequestsToBeansAndTheirBusinessMethods() throws Exception {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    URI uri = URI.create("http://127.0.0.1:" + address.getPort() + "/orders");

    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());

    awaitSoon().until(() -> TRACER.finishedSpans().size() == 2);
    List<FinishedSpan> spans = TRACER.finishedSpans();
    FinishedSpan business = spans.get(0);
    FinishedSpan request = spans.get(1);
    assertThat(answer.body()).isEqualTo("reserved");
    assertThat(request.name()).isEqualTo("GET:/orders");
    assertThat(request.status()).isEqualTo("200");
    assertThat(business.name()).contains("Stock").contains("reserve");
    assertThat(business.parentId()).isEqualTo(request.spanId());
  }

  public static class Shop extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Orders.class);
    }
  }

  @Path("orders")
  @ApplicationScoped
  public static class Orders {
    @Inject Stock stock;

    @GET
    public String get() {
      return stock.reserve();
    }
  }

  @ApplicationScoped
  @Traced
  public static class Stock {
    public String reserve() {
      return "reserved";
    }
  }

  @ApplicationScoped
  public static class Tracers {
    @Produces
    @ApplicationScoped
    Tracer tracer() {
      return TRACER.tracer();
    }
  }
}
