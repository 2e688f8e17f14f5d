// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.comparison;

import io.github.jaxrstracing.it.benchmarks.CountingTracer;
import io.opentracing.contrib.jaxrs2.client.ClientTracingFeature;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.ws.rs.client.WebTarget;
import javax.ws.rs.core.Response;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;

/** A client of Jersey 2 whose connector answers at once; the tracer always has an active span. */
final class Caller implements Callable<Object> {
  private final WebTarget target;

  Caller(Subject subject, CountingTracer tracer) {
    ClientConfig config = new ClientConfig();
    config.connectorProvider((client, runtime) -> new Answers());
    if (subject == Subject.CLIENT_JAVA_JAXRS) {
      config.register(new ClientTracingFeature.Builder(tracer).build());
    }
    target = JerseyClientBuilder.newClient(config).target("http://stock/items/7");
  }

  @Override
  public Object call() {
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
      throw new UnsupportedOperationException();
    }

    @Override
    public String getName() {
      return "in memory";
    }

    @Override
    public void close() {}
  }
}
