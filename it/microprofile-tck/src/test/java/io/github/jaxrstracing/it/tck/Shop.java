// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.contrib.tracerresolver.TracerFactory;
import io.opentracing.mock.MockTracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.opentracing.Traced;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** An application with resources, beans and a client. Only its tracer has to do with tracing. */
final class Shop {
  private Shop() {}

  /** Finds tracing by itself. */
  @ApplicationPath("/")
  public static class Root extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Orders.class, Health.class);
    }
  }

  /** Resource methods whose annotations are not where their code is. */
  public interface OrdersApi {
    @GET
    @Path("inherited")
    @Traced(operationName = "named-by-interface")
    String inherited();

    @GET
    @Path("inherited-off")
    @Traced(false)
    String inheritedOff();
  }

  /** A resource that is a bean. */
  @RequestScoped
  @Path("orders")
  public static class Orders implements OrdersApi {
    @Inject Stock stock;
    @Inject Tracer tracer;
    @Inject Instance<Span> span;

    @GET
    public String entity() {
      stock.reserve();
      return "entity";
    }

    @GET
    @Path("quiet")
    public String quiet() {
      return String.valueOf(tracer.activeSpan());
    }

    @GET
    @Path("injected")
    public String injected() {
      return String.valueOf(span.get() != null && span.get() == tracer.activeSpan());
    }

    @GET
    @Path("fail")
    public String fail() {
      throw new IllegalStateException("on purpose");
    }

    @GET
    @Path("call")
    public String call(@QueryParam("uri") URI uri) {
      RemoteOrders remote = RestClientBuilder.newBuilder().baseUri(uri).build(RemoteOrders.class);
      try {
        return remote.entity();
      } catch (ProcessingException e) {
        return "refused";
      }
    }

    @GET
    @Path("call-named")
    public String callNamed(@QueryParam("uri") URI uri) {
      return RestClientBuilder.newBuilder().baseUri(uri).build(RemoteOrders.class).named();
    }

    @Path("items")
    public Items items() {
      return new Items();
    }

    @Override
    public String inherited() {
      return "inherited";
    }

    @Override
    public String inheritedOff() {
      return "off";
    }
  }

  /** A sub-resource. */
  public static class Items {
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
      return id;
    }
  }

  /** Answers where MicroProfile Health would. */
  @Path("health")
  public static class Health {
    @GET
    public String healthy() {
      return "healthy";
    }

    @GET
    @Path("ready")
    public String ready() {
      return "ready";
    }
  }

  /** The orders of another war, as a MicroProfile Rest Client. */
  @Path("orders")
  public interface RemoteOrders {
    @GET
    String entity();

    @GET
    @Path("inherited-off")
    @Traced(operationName = "ask")
    String named();
  }

  /** A bean with business methods. */
  @ApplicationScoped
  @io.github.jaxrstracing.server.Traced
  public static class Stock {
    public void reserve() {}
  }

  /** All that the application has to do with tracing. */
  @Dependent
  public static class TracerOfWar {
    @Produces
    @Singleton
    MockTracer tracer(ServletContext context) {
      return Tracers.of(context.getContextPath());
    }
  }

  /** Makes a new tracer whenever it is asked, as TracerResolver's own factories do. */
  @Vetoed
  public static class Factory implements TracerFactory {
    @Override
    public Tracer getTracer() {
      return Tracers.make("/resolved");
    }
  }
}
