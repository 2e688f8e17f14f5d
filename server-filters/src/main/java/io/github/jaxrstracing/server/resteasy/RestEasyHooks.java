// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.ServerHooks;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;

/**
 * The hooks into RESTEasy 6.2: its dispatcher tells arrival, exceptions, brackets and the end; its
 * model of the resources tells routes; its sinks tell when events end. No writer interceptor: on
 * Netty RESTEasy then answers 500, and in servlet containers it writes no longer asynchronously.
 *
 * @hidden
 */
public final class RestEasyHooks implements ServerHooks {
  /** Called by service loading. */
  public RestEasyHooks() {}

  @Override
  public boolean fits(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.jboss.resteasy.");
  }

  @Override
  public boolean allowsWriterInterceptors() {
    return false;
  }

  // In a class of its own: this one must load without RESTEasy.
  @Override
  public void install(FeatureContext context, FilterPair pair) throws ReflectiveOperationException {
    RestEasyApplication.install(context, pair);
  }
}
