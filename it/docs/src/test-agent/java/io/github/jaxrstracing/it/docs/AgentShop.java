// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentracing.Tracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** A service in a servlet container that calls itself, with whichever tracing the JVM has. */
final class AgentShop {
  private AgentShop() {}

  @Path("orders")
  public static class Orders {
    @GET
    @Path("{id}")
    public String order(@PathParam("id") String id, @QueryParam("page") String page) {
      if (id.equals("none")) {
        throw new NotFoundException();
      }
      if (id.equals("lost")) {
        throw new IllegalStateException("lost");
      }
      return id;
    }
  }

  /** The only argument says whose tracer is used: sdk or agent. */
  public static void main(String[] arguments) throws Exception {
    Tracer tracer =
        arguments[0].equals("sdk")
            ? OpenTelemetryTracer.create()
            : OpenTelemetryTracer.of(GlobalOpenTelemetry.get());
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/shop");
    context.addServlet(
        new ServletHolder(
            new ServletContainer(
                new ResourceConfig(Orders.class)
                    .register(
                        TracingFeature.builder()
                            .tracer(tracer)
                            .traceAll()
                            .tags(HttpTags.OPENTELEMETRY)
                            .build()))),
        "/api/*");
    server.setHandler(context);
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/shop/api/");
    Client client =
        ClientBuilder.newBuilder()
            .register(
                ClientTracingFeature.builder().tracer(tracer).tags(HttpTags.OPENTELEMETRY).build())
            .build();
    for (String path : new String[] {"orders/17?page=2", "orders/none", "orders/lost"}) {
      client.target(uri.resolve(path)).request().get().close();
    }
    client.close();
    server.stop();
    tracer.close();
    System.exit(0);
  }
}
