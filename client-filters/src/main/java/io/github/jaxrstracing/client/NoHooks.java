// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;

/** An implementation of which nothing is known: the pair of filters manages the spans alone. */
final class NoHooks implements ClientHooks {
  @Override
  public boolean fits(Configuration configuration) {
    return true;
  }

  @Override
  public void install(FeatureContext context, TracedClient client) {}
}
