// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** An application on a server of its own. */
final class ServedApplication implements AutoCloseable {
  private final HttpServer server;
  private final URI uri;

  ServedApplication(ResourceConfig application) {
    this(application, "/");
  }

  ServedApplication(ResourceConfig application, String path) {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://" + host + ":0" + path), application);
    uri = URI.create("http://" + host + ':' + server.getListeners().iterator().next().getPort());
  }

  URI uri(String path) {
    return uri.resolve(path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).header("X-Tenant", "blue").build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  /** Ends it when it has answered what it was asked, so that its spans have ended. */
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
