// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/** A pair of filters that does nothing but finding its state. */
final class ClientPair implements ClientRequestFilter, ClientResponseFilter {
  private static final String STATE = "state";

  @Override
  public void filter(ClientRequestContext request) {
    request.setProperty(STATE, this);
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    if (request.getProperty(STATE) == null) {
      throw new IllegalStateException("The state is lost.");
    }
  }
}
