// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.jetty;

import io.github.jaxrstracing.hosts.shop.Shop;
import io.github.jaxrstracing.server.TracingFeature;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

public final class JettyHost {
  public static void main(String[] args) throws Exception {
    ResourceConfig config =
        new ResourceConfig()
            .registerClasses(Shop.classes())
            .register(
                TracingFeature.builder().tracer(Shop.TRACER).traceAll().skip("/health").build());
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new ServletContainer(config)), "/*");
    Server server = new Server(Integer.parseInt(args[0]));
    server.setHandler(context);
    server.start();
  }
}
