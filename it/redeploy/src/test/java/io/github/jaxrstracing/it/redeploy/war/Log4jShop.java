// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy.war;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.TracingFeature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.ThreadContext;

/** An application that logs with Log4j 2, which may be in the war without SLF4J. */
public class Log4jShop extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Orders.class);
  }

  @Override
  @SuppressWarnings("deprecation") // the only portable way to register an instance
  public Set<Object> getSingletons() {
    return Set.of(TracingFeature.builder().traceAll().logCorrelation().build());
  }

  /** Calls itself, and logs on the way. */
  @Path("orders")
  public static class Orders {
    @GET
    public String call(@Context UriInfo uri, @Context ContainerRequestContext request) {
      LogManager.getLogger("shop").error("an error in the log");
      try (Client client = ClientBuilder.newClient().register(new ClientTracingFeature())) {
        String answer =
            client.target(uri.getBaseUri()).path("orders/last").request().get(String.class);
        return answer + ' ' + (TracingFeature.spanOf(request) == null ? "untraced" : "traced");
      }
    }

    @GET
    @Path("last")
    public String last() {
      return ThreadContext.get("trace_id") == null ? "alone" : "correlated";
    }
  }
}
