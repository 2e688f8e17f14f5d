// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import jakarta.servlet.Servlet;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey and CXF as servlets. */
final class OnJetty {
  private OnJetty() {}

  static RunningServer startJersey(App application, Pools pools) throws Exception {
    return start(new ServletContainer(ResourceConfig.forApplication(application)), pools);
  }

  static RunningServer startCxf(App application, Pools pools) throws Exception {
    return start(new CXFNonSpringJaxrsServlet(application), pools);
  }

  private static RunningServer start(Servlet rest, Pools pools) throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool(Host.THREADS + 2, Host.THREADS + 2);
    threads.setReservedThreads(0);
    if (pools.isVirtual()) {
      threads.setVirtualThreadsExecutor(Pools.virtualThreads());
    }
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder servlet = new ServletHolder(rest);
    servlet.setAsyncSupported(true);
    servlet.setInitOrder(1);
    context.addServlet(servlet, "/*");
    server.setHandler(context);
    server.start();
    return new RunningServer(server.getURI(), server::stop);
  }
}
