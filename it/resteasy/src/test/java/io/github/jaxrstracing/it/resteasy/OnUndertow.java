// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerEnvironment;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.UriBuilder;
import java.net.InetSocketAddress;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy on Undertow, its home. */
interface OnUndertow extends ServerEnvironment {
  @Override
  default RunningServer start(Application application) throws Exception {
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.setApplication(application);
    deployment.start();
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(OnUndertow.class.getClassLoader())
            .setDeploymentName("contract")
            .setContextPath("/")
            .addServletContextAttribute(ResteasyDeployment.class.getName(), deployment)
            .addServlet(
                Servlets.servlet(HttpServlet30Dispatcher.class)
                    .setAsyncSupported(true)
                    .setLoadOnStartup(1)
                    .addMapping("/*"));
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(info);
    manager.deploy();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(THREADS)
            // Else 2 MB, beyond which no application sees the request.
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 10_000_000L)
            .setHandler(manager.start())
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return new RunningServer(
        UriBuilder.fromUri("http://127.0.0.1/").port(address.getPort()).build(),
        () -> {
          server.stop();
          manager.stop();
          deployment.stop();
        });
  }
}
