// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey without servlets. */
final class OnGrizzly {
  private OnGrizzly() {}

  static RunningServer start(App application, Pools pools) throws IOException {
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), ResourceConfig.forApplication(application), false);
    NetworkListener listener = server.getListeners().iterator().next();
    TCPNIOTransport transport = listener.getTransport();
    transport.setSelectorRunnersCount(1);
    if (pools.isVirtual()) {
      transport.setWorkerThreadPool(Pools.virtualThreads());
    } else {
      transport.setWorkerThreadPoolConfig(
          ThreadPoolConfig.defaultConfig()
              .setPoolName("grizzly")
              .setCorePoolSize(Host.THREADS)
              .setMaxPoolSize(Host.THREADS));
    }
    server.start();
    URI base = UriBuilder.fromUri("http://127.0.0.1/").port(listener.getPort()).build();
    return new RunningServer(base, server::shutdownNow);
  }
}
