// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import io.github.jaxrstracing.client.CallTrace;
import io.github.jaxrstracing.client.ClientHooks;
import io.github.jaxrstracing.client.TracedClient;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.InterceptorContext;
import org.jspecify.annotations.Nullable;

/**
 * The hooks into CXF's client. It is public only for the service loader, and names no class of CXF,
 * which may be absent.
 *
 * <p>The trace of a call is kept in its exchange: CXF may share the properties of a request with
 * all calls of its target.
 *
 * @hidden
 */
public final class CxfClientHooks implements ClientHooks {
  /** Called by the service loader. */
  public CxfClientHooks() {}

  @Override
  public boolean fits(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.apache.cxf.");
  }

  @Override
  public void install(FeatureContext context, TracedClient client) {
    CxfComponents.verify();
    CxfComponents.register(context, client);
  }

  @Override
  public boolean endCalls() {
    return true;
  }

  @Override
  public void keep(ClientRequestContext request, @Nullable CallTrace trace) {
    CxfCall.keep(trace);
  }

  @Override
  public @Nullable CallTrace find(ClientRequestContext request) {
    return CxfCall.find();
  }

  @Override
  public @Nullable CallTrace find(InterceptorContext context) {
    return CallProperties.find(context);
  }
}
