// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.server.TracingFeature;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** One service: a Jersey application on a server of its own. */
public final class Service implements AutoCloseable {
  private static final URI ANY_PORT = URI.create("http://127.0.0.1:0/");

  private final HttpServer server;
  private final URI uri;

  /** Starts the service; it answers when this returns. */
  Service(TracingFeature feature, Object resource) {
    ResourceConfig application = new ResourceConfig().register(feature).register(resource);
    server = GrizzlyHttpServerFactory.createHttpServer(ANY_PORT, application);
    int port = server.getListeners().iterator().next().getPort();
    uri = URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Where it answers.
   *
   * @return its base URI
   */
  public URI uri() {
    return uri;
  }

  /** Ends the service when it has answered what it was asked. */
  @Override
  public void close() {
    try {
      server.shutdown(5, TimeUnit.SECONDS).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
