// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/** Ends the span where there is no {@link JerseyCallInterceptor}. */
@Priority(Integer.MIN_VALUE)
final class CallResponseFilter implements ClientResponseFilter {
  private final ClientSettings settings;

  CallResponseFilter(ClientSettings settings) {
    this.settings = settings;
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    try {
      CallSpan span = CallSpan.of(request);
      if (span != null) {
        span.answered(response);
      }
    } catch (Throwable t) {
      settings.guard().caught("Tracing a call", t);
    }
  }
}
