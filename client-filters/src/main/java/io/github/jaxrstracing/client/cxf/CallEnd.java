// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import io.github.jaxrstracing.client.TracedClient;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/** Ends a call that was answered, after all other filters. */
@Priority(Integer.MIN_VALUE)
final class CallEnd implements ClientResponseFilter {
  private final TracedClient client;

  CallEnd(TracedClient client) {
    this.client = client;
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    client.endWithResponse(client.find(request), response);
  }
}
