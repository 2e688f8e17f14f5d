// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Tracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

/** A Dropwizard application whose requests and calls are traced. */
public class ShopApplication extends Application<Configuration> {
  private final Tracer tracer;

  ShopApplication(Tracer tracer) {
    this.tracer = tracer;
  }

  public static void main(String[] args) throws Exception {
    new ShopApplication(OpenTelemetryTracer.builder().serviceName("shop").build()).run(args);
  }

  @Override
  public void run(Configuration configuration, Environment environment) {
    Client client = ClientBuilder.newBuilder().register(new ClientTracingFeature(tracer)).build();

    environment.jersey().register(TracingFeature.builder().tracer(tracer).traceAll().build());
    environment.jersey().register(new Orders(client));
    environment.jersey().register(new Stock());
  }
}
