// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.dropwizard;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.github.jaxrstracing.hosts.shop.Shop;
import io.github.jaxrstracing.server.ServerTracingProperties;
import io.github.jaxrstracing.server.TracingFeature;

public final class DropwizardHost extends Application<Configuration> {
  public static void main(String[] args) throws Exception {
    new DropwizardHost().run(args);
  }

  @Override
  public void run(Configuration configuration, Environment environment) {
    Shop.classes().forEach(environment.jersey()::register);
    environment.jersey().register(new TracingFeature(Shop.TRACER));
    environment.jersey().property(ServerTracingProperties.TRACE_ALL, true);
    environment.jersey().property(ServerTracingProperties.SKIP, "/health");
  }
}
