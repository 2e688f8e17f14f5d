// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.jersey;

import io.github.jaxrstracing.client.ClientHooks;
import io.github.jaxrstracing.client.TracedClient;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;

/**
 * The hooks into Jersey's client. It is public only for the service loader, and names no class of
 * Jersey, which may be absent.
 *
 * @hidden
 */
public final class JerseyClientHooks implements ClientHooks {
  /** Called by the service loader. */
  public JerseyClientHooks() {}

  // Looking for a class would also say yes where Jersey is merely on the class path.
  @Override
  public boolean fits(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.glassfish.jersey.");
  }

  @Override
  public void install(FeatureContext context, TracedClient client) {
    JerseyComponents.verify();
    JerseyComponents.register(context, client);
  }

  @Override
  public boolean endCalls() {
    return true;
  }
}
