// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.CallTrace;
import io.github.jaxrstracing.client.TracedClient;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/** Ends a call that was answered, after all other filters. */
@Priority(Integer.MIN_VALUE)
final class LastResponseFilter implements ClientResponseFilter {
  private final TracedClient client;

  LastResponseFilter(TracedClient client) {
    this.client = client;
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    end(client, request, response);
  }

  static void end(
      TracedClient client, ClientRequestContext request, ClientResponseContext response) {
    CallTrace trace = client.find(request);
    if (trace != null) {
      client.endWithResponse(trace, response);
      Calls.remove(Calls.invocation(request), trace);
    }
  }
}
