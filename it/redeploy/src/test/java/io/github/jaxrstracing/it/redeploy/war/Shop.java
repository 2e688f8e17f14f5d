// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy.war;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.log.JulSpanHandler;
import io.github.jaxrstracing.server.TracingFeature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** An application with all that may outlive it: a resolver's tracer, log handlers, the MDC. */
public class Shop extends Application {
  // A field, since java.util.logging forgets loggers that nobody holds.
  private static final Logger LOGGER = Logger.getLogger("shop");

  static {
    LOGGER.addHandler(new JulSpanHandler());
  }

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Orders.class);
  }

  @Override
  @SuppressWarnings("deprecation") // the only portable way to register an instance
  public Set<Object> getSingletons() {
    return Set.of(TracingFeature.builder().traceAll().logCorrelation().build());
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("shop.traces-clients", true);
  }

  /** Calls itself, and logs on the way. */
  @Path("orders")
  public static class Orders {
    @GET
    public String call(
        @Context UriInfo uri,
        @Context ContainerRequestContext request,
        @Context Configuration shop) {
      LOGGER.severe("an error in the log");
      LoggerFactory.getLogger("shop").error("another one");
      try (Client client = ClientBuilder.newClient()) {
        if (Boolean.TRUE.equals(shop.getProperty("shop.traces-clients"))) {
          client.register(new ClientTracingFeature());
        }
        String answer =
            client.target(uri.getBaseUri()).path("orders/last").request().get(String.class);
        return answer + ' ' + (TracingFeature.spanOf(request) == null ? "untraced" : "traced");
      }
    }

    @GET
    @Path("last")
    public String last() {
      return MDC.get("trace_id") == null ? "alone" : "correlated";
    }
  }
}
