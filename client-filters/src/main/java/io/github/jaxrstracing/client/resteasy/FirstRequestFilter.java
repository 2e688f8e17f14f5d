// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.TracedClient;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Begins the trace of a call before all other filters, and sees how it fails. */
@Priority(Integer.MIN_VALUE)
final class FirstRequestFilter implements ClientRequestFilter {
  private final TracedClient client;

  FirstRequestFilter(TracedClient client) {
    this.client = client;
  }

  @Override
  public void filter(ClientRequestContext request) {
    begin(client, request);
  }

  static void begin(TracedClient client, ClientRequestContext request) {
    client.beginCall(request);
    if (client.find(request) == null) {
      return;
    }
    try {
      WatchedInvocation.watch(Calls.invocation(request), client);
    } catch (Throwable t) {
      client.guard().caught("Watching a call", t);
    }
  }
}
