// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.spring;

import io.github.jaxrstracing.hosts.shop.Shop;
import io.github.jaxrstracing.server.ServerTracingProperties;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Tracer;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class SpringBootHost {
  public static void main(String[] args) {
    SpringApplication.run(SpringBootHost.class, args);
  }

  @Bean
  Tracer tracer() {
    return Shop.TRACER;
  }

  @Bean
  ResourceConfig jersey(Tracer tracer) {
    return new ResourceConfig()
        .registerClasses(Shop.classes())
        .register(new TracingFeature(tracer))
        .property(ServerTracingProperties.TRACE_ALL, true)
        .property(ServerTracingProperties.SKIP, "/actuator.*|/health");
  }
}
