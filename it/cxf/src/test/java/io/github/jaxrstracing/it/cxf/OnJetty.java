// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerEnvironment;
import jakarta.ws.rs.core.Application;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** CXF in a servlet container. */
interface OnJetty extends ServerEnvironment {
  @Override
  default RunningServer start(Application application) throws Exception {
    // Two threads are the connector's own.
    QueuedThreadPool threads = new QueuedThreadPool(THREADS + 2, THREADS + 2);
    threads.setReservedThreads(0);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder servlet = new ServletHolder(new CXFNonSpringJaxrsServlet(application));
    servlet.setAsyncSupported(true);
    servlet.setInitOrder(1);
    context.addServlet(servlet, "/*");
    server.setHandler(context);
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
    return new RunningServer(server.getURI(), server::stop);
  }
}
