// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.TracedClient;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/**
 * The filters of {@link InstalledRestEasyClients}. They are classes of their own: RESTEasy drops a
 * second filter of the same class, and that would be the one of a registered feature.
 */
final class InstalledFilters {
  private InstalledFilters() {}

  @Priority(Integer.MIN_VALUE)
  record First(InstalledRestEasyClients clients) implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
      TracedClient client = clients.tracing(request);
      if (client != null) {
        FirstRequestFilter.begin(client, request);
      }
    }
  }

  @Priority(Priorities.HEADER_DECORATOR)
  record Starting(InstalledRestEasyClients clients) implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
      TracedClient client = clients.tracing(request);
      if (client != null) {
        client.startSpan(request);
      }
    }
  }

  @Priority(Integer.MAX_VALUE)
  record Recording(InstalledRestEasyClients clients) implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      TracedClient client = clients.tracing(request);
      if (client != null) {
        client.recordResponse(request, response);
      }
    }
  }

  @Priority(Integer.MIN_VALUE)
  record Last(InstalledRestEasyClients clients) implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      TracedClient client = clients.tracing(request);
      if (client != null) {
        LastResponseFilter.end(client, request, response);
      }
    }
  }
}
