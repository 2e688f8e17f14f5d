// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Starts the span when the request is about to be sent. Filters for authentication run before, so
 * that their own calls are not counted; those of the user run after, and what they throw is seen.
 */
@Priority(Priorities.HEADER_DECORATOR)
final class CallRequestFilter implements ClientRequestFilter {
  private final TracedClient client;

  CallRequestFilter(TracedClient client) {
    this.client = client;
  }

  TracedClient client() {
    return client;
  }

  @Override
  public void filter(ClientRequestContext request) {
    client.startSpan(request);
  }
}
