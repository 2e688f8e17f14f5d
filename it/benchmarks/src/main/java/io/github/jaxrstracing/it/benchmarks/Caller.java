// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.opentracing.Tracer;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;

/** A client of Jersey whose connector answers at once. */
final class Caller implements Exchange {
  private final WebTarget target;

  Caller(Case measured, Tracer tracer) {
    ClientConfig config = new ClientConfig();
    config.connectorProvider((client, runtime) -> new Answers());
    register(config, measured, tracer);
    target = JerseyClientBuilder.newClient(config).target("http://stock/items/7");
  }

  private static void register(ClientConfig config, Case measured, Tracer tracer) {
    switch (measured.subject()) {
      case UNTRACED -> {}
      case LISTENER -> config.register(new EmptyInterceptor());
      case PAIR -> config.register(new ClientPair());
      case FLOOR -> config.register(new ClientFloor(tracer));
      case FLOOR_AND_LISTENER ->
          config.register(new ClientFloor(tracer)).register(new EmptyInterceptor());
      case OURS -> {
        config.register(
            ClientOptions.of(measured.option())
                .apply(ClientTracingFeature.builder().tracer(tracer))
                .build());
        if (measured.option().equals(Case.NOT_TRACED)) {
          config.property(ClientTracingFeature.TRACED, false);
        }
      }
    }
  }

  @Override
  public Object run() {
    Response response = target.request().get();
    if (response.getStatus() != Response.Status.OK.getStatusCode()) {
      throw new IllegalStateException("Not answered");
    }
    return response;
  }

  private static final class Answers implements Connector {
    @Override
    public ClientResponse apply(ClientRequest request) {
      return new ClientResponse(Response.Status.OK, request);
    }

    @Override
    public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
      ClientResponse response = apply(request);
      callback.response(response);
      return CompletableFuture.completedFuture(response);
    }

    @Override
    public String getName() {
      return "in memory";
    }

    @Override
    public void close() {}
  }
}
