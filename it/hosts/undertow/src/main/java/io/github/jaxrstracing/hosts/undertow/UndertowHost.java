// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.undertow;

import io.github.jaxrstracing.hosts.shop.Shop;
import io.github.jaxrstracing.server.TracingFeature;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.Servlet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

public final class UndertowHost {
  public static void main(String[] args) throws Exception {
    ResourceConfig config =
        new ResourceConfig()
            .registerClasses(Shop.classes())
            .register(
                TracingFeature.builder().tracer(Shop.TRACER).traceAll().skip("/health").build());
    Servlet jersey = new ServletContainer(config);
    DeploymentInfo shop =
        Servlets.deployment()
            .setClassLoader(UndertowHost.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("shop")
            .addServlet(
                Servlets.servlet(
                        "jersey", ServletContainer.class, new ImmediateInstanceFactory<>(jersey))
                    .setAsyncSupported(true)
                    .addMapping("/*"));
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(shop);
    manager.deploy();
    Undertow.builder()
        .addHttpListener(Integer.parseInt(args[0]), "localhost", manager.start())
        .build()
        .start();
  }
}
