// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.Connection;
import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.ServerHooks;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.InjectionManagerProvider;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;

/**
 * The hooks into Jersey 3.1 and 4.0: its request events tell arrival, match, exceptions and
 * brackets; the writer of a response tells what was sent and when a stream ends.
 *
 * @hidden
 */
public final class JerseyHooks implements ServerHooks {
  /** Called by service loading. */
  public JerseyHooks() {}

  @Override
  public boolean fits(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.glassfish.jersey.");
  }

  @Override
  public void install(FeatureContext context, FilterPair pair) throws ReflectiveOperationException {
    ContainerRequest.class.getMethod("setWriter", ContainerResponseWriter.class);
    ContainerRequest.class.getMethod("getResponseWriter");
    InjectionManager injectionManager = InjectionManagerProvider.getInjectionManager(context);
    Connection connection = JerseyConnection.of(injectionManager, pair.guard());
    boolean forwards404 =
        "true"
            .equalsIgnoreCase(
                String.valueOf(
                    context
                        .getConfiguration()
                        .getProperty("jersey.config.servlet.filter.forwardOn404")));
    JerseyApplication application =
        new JerseyApplication(pair, connection, injectionManager, forwards404);
    BodyFailureInterceptor interceptor = new BodyFailureInterceptor(pair);
    context.register(new ScopeEnd.Binder());
    context.register(application);
    context.register(interceptor);
  }
}
