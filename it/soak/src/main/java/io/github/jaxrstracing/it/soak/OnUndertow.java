// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletStackTraces;
import jakarta.ws.rs.core.UriBuilder;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy on its home. */
final class OnUndertow {
  private OnUndertow() {}

  static RunningServer start(App application, Pools pools) throws Exception {
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.setApplication(application);
    deployment.start();
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(OnUndertow.class.getClassLoader())
            .setDeploymentName("soak")
            .setContextPath("/")
            // Else error pages tell which classes of the library there are.
            .setServletStackTraces(ServletStackTraces.NONE)
            .addServletContextAttribute(ResteasyDeployment.class.getName(), deployment)
            .addServlet(
                Servlets.servlet(HttpServlet30Dispatcher.class)
                    .setAsyncSupported(true)
                    .setLoadOnStartup(1)
                    .addMapping("/*"));
    if (pools.isVirtual()) {
      ExecutorService virtual = Pools.virtualThreads();
      info.setExecutor(virtual).setAsyncExecutor(virtual);
    }
    DeploymentManager manager = Servlets.newContainer().addDeployment(info);
    manager.deploy();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(Host.THREADS)
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
