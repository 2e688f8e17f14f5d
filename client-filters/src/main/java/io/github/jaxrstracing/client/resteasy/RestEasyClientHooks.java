// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.CallTrace;
import io.github.jaxrstracing.client.ClientHooks;
import io.github.jaxrstracing.client.TracedClient;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.InterceptorContext;
import org.jspecify.annotations.Nullable;

/**
 * The hooks into RESTEasy's client. It is public only for the service loader, and names no class of
 * RESTEasy, which may be absent.
 *
 * @hidden
 */
public final class RestEasyClientHooks implements ClientHooks {
  /** Called by the service loader. */
  public RestEasyClientHooks() {}

  @Override
  public boolean fits(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.jboss.resteasy.");
  }

  @Override
  public void install(FeatureContext context, TracedClient client) {
    WatchedInvocation.verify();
    context.register(new FirstRequestFilter(client));
    context.register(new LastResponseFilter(client));
    CallerContext.add(client);
  }

  @Override
  public boolean endCalls() {
    return true;
  }

  @Override
  public void keep(ClientRequestContext request, @Nullable CallTrace trace) {
    Calls.keep(request, trace);
  }

  @Override
  public @Nullable CallTrace find(ClientRequestContext request) {
    return Calls.find(request);
  }

  @Override
  public @Nullable CallTrace find(InterceptorContext context) {
    return Calls.find(context);
  }
}
