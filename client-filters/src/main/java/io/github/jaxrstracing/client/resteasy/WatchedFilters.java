// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.CallTrace;
import io.github.jaxrstracing.client.TracedClient;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.IOException;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Sees what the filters of a client throw: a call ends there, and RESTEasy tells nobody but the
 * caller. It keeps the filters of a configuration in one array for all its calls, which goes from
 * filter to filter; so each filter is replaced there, once, before it is called.
 */
final class WatchedFilters {
  private WatchedFilters() {}

  static void watch(ClientInvocation invocation, TracedClient client) {
    ClientRequestFilter[] requests = invocation.getRequestFilters();
    for (int i = 0; requests != null && i < requests.length; i++) {
      if (!(requests[i] instanceof WatchedRequest)) {
        requests[i] = new WatchedRequest(requests[i], client);
      }
    }
    ClientResponseFilter[] responses = invocation.getResponseFilters();
    for (int i = 0; responses != null && i < responses.length; i++) {
      if (!(responses[i] instanceof WatchedResponse)) {
        responses[i] = new WatchedResponse(responses[i], client);
      }
    }
  }

  private static void failed(
      TracedClient client,
      ClientRequestContext request,
      Throwable thrown,
      @Nullable ClientResponseContext response) {
    CallTrace trace = client.find(request);
    if (trace != null) {
      client.endWithFailure(trace, thrown, response);
      Calls.remove(Calls.invocation(request), trace);
    }
  }

  private record WatchedRequest(ClientRequestFilter filter, TracedClient client)
      implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) throws IOException {
      try {
        filter.filter(request);
      } catch (IOException | RuntimeException | Error e) {
        failed(client, request, e, null);
        throw e;
      }
    }
  }

  private record WatchedResponse(ClientResponseFilter filter, TracedClient client)
      implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response)
        throws IOException {
      try {
        filter.filter(request, response);
      } catch (IOException | RuntimeException | Error e) {
        failed(client, request, e, response);
        throw e;
      }
    }
  }
}
