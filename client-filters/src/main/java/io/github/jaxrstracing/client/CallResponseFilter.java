// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/**
 * Records the response before any other filter sees it: one that authenticates replaces a 401 by
 * the response to its own call, and one that throws keeps all later ones from running.
 */
@Priority(Integer.MAX_VALUE)
final class CallResponseFilter implements ClientResponseFilter {
  private final TracedClient client;

  CallResponseFilter(TracedClient client) {
    this.client = client;
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    client.recordResponse(request, response);
  }
}
