// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Tracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A Spring Boot application whose requests and calls are traced. */
@SpringBootApplication
public class ShopApplication {
  public static void main(String[] args) {
    SpringApplication.run(ShopApplication.class, args);
  }

  @Bean
  Tracer tracer() {
    return OpenTelemetryTracer.builder().serviceName("shop").build();
  }

  @Bean
  Client client(Tracer tracer) {
    return ClientBuilder.newBuilder().register(new ClientTracingFeature(tracer)).build();
  }

  @Bean
  ResourceConfig jersey(Tracer tracer) {
    return new ResourceConfig(Orders.class, Stock.class)
        .register(TracingFeature.builder().tracer(tracer).traceAll().skip("/actuator.*").build());
  }
}
