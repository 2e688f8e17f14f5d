// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerEnvironment;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on Grizzly, without servlets. */
interface OnGrizzly extends ServerEnvironment {
  @Override
  default RunningServer start(Application application) throws IOException {
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), ResourceConfig.forApplication(application), false);
    NetworkListener listener = server.getListeners().iterator().next();
    listener
        .getTransport()
        .setWorkerThreadPoolConfig(
            ThreadPoolConfig.defaultConfig()
                .setPoolName("grizzly")
                .setCorePoolSize(THREADS)
                .setMaxPoolSize(THREADS));
    listener.getTransport().setSelectorRunnersCount(1);
    server.start();
    URI base = UriBuilder.fromUri("http://127.0.0.1/").port(listener.getPort()).build();
    return new RunningServer(base, server::shutdownNow);
  }
}
