// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerEnvironment;
import jakarta.ws.rs.core.Application;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey in a servlet container. */
interface OnJetty extends ServerEnvironment {
  @Override
  default RunningServer start(Application application) throws Exception {
    // Two threads are the connector's own.
    QueuedThreadPool threads = new QueuedThreadPool(THREADS + 2, THREADS + 2);
    threads.setReservedThreads(0);
    configure(threads);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder servlet =
        new ServletHolder(new ServletContainer(ResourceConfig.forApplication(application)));
    servlet.setAsyncSupported(true);
    servlet.setInitOrder(1);
    context.addServlet(servlet, "/*");
    configure(context);
    server.setHandler(context);
    server.start();
    return new RunningServer(server.getURI(), server::stop);
  }

  /** Changes the threads before they start. */
  default void configure(QueuedThreadPool threads) {}

  /** Adds filters before the server starts. */
  default void configure(ServletContextHandler context) {}
}
