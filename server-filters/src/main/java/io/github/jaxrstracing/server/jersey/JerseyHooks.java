// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.Connection;
import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.ServerHooks;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.InjectionManagerProvider;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.message.MessageBodyWorkers;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
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
    verify();
    InjectionManager injectionManager = InjectionManagerProvider.getInjectionManager(context);
    ScopeEnd.bind(injectionManager);
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
    context.register(application);
    context.register(interceptor);
  }

  @Override
  public boolean seesUnmatched() {
    return true;
  }

  // All that a request needs of Jersey: a member that is missing must not be met there first.
  private static void verify() throws NoSuchMethodException {
    ContainerRequest.class.getMethod("setWriter", ContainerResponseWriter.class);
    ContainerRequest.class.getMethod("getResponseWriter");
    ContainerRequest.class.getMethod("setWorkers", MessageBodyWorkers.class);
    ContainerRequest.class.getMethod("getWorkers");
    ContainerResponse.class.getMethod("isChunked");
    ContainerResponse.class.getMethod("isCommitted");
    ExtendedUriInfo.class.getMethod("getMatchedResourceMethod");
    ExtendedUriInfo.class.getMethod("getMatchedResourceLocators");
    ExtendedUriInfo.class.getMethod("getMatchedTemplates");
    RequestEvent.class.getMethod("getContainerRequest");
    RequestEvent.class.getMethod("getContainerResponse");
    RequestEvent.class.getMethod("getException");
    RequestEvent.class.getMethod("isResponseWritten");
    RequestEventListener.class.getMethod("onEvent", RequestEvent.class);
  }
}
