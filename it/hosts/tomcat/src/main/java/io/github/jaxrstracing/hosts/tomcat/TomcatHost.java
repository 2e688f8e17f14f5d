// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.tomcat;

import io.github.jaxrstracing.hosts.shop.Shop;
import io.github.jaxrstracing.server.TracingFeature;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

public final class TomcatHost {
  public static void main(String[] args) throws Exception {
    ResourceConfig config =
        new ResourceConfig()
            .registerClasses(Shop.classes())
            .register(
                TracingFeature.builder().tracer(Shop.TRACER).traceAll().skip("/health").build());
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir("target/tomcat");
    tomcat.setPort(Integer.parseInt(args[0]));
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "jersey", new ServletContainer(config)).setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "jersey");
    tomcat.getConnector();
    tomcat.start();
  }
}
