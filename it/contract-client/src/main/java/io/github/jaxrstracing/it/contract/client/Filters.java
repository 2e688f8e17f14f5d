// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Filters of a user. */
final class Filters {
  /** With this priority a filter runs before that of the library, by default after it. */
  static final int EARLY = Priorities.AUTHENTICATION;

  private Filters() {}

  static ClientRequestFilter abortingWith(int status) {
    return new Aborting(status);
  }

  static ClientRequestFilter throwing(RuntimeException thrown) {
    return new Throwing(thrown);
  }

  static ClientResponseFilter throwingOnResponse(RuntimeException thrown) {
    return new ThrowingOnResponse(thrown);
  }

  private record Aborting(int status) implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
      request.abortWith(Response.status(status).build());
    }
  }

  private record Throwing(RuntimeException thrown) implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
      throw thrown;
    }
  }

  private record ThrowingOnResponse(RuntimeException thrown) implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response)
        throws IOException {
      throw thrown;
    }
  }
}
