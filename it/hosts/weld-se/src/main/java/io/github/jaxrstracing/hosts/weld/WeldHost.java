// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.weld;

import io.github.jaxrstracing.hosts.shop.Shop;
import io.opentracing.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URI;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

@ApplicationScoped
public class WeldHost {
  /** All that the application says about tracing; the CDI extension does the rest. */
  @Produces
  @ApplicationScoped
  Tracer tracer() {
    return Shop.TRACER;
  }

  public static void main(String[] args) {
    SeContainerInitializer.newInstance().initialize(); // before Jersey looks for it
    ResourceConfig config = new ResourceConfig().registerClasses(Shop.classes());
    GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:" + args[0]), config);
  }
}
