// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Begins the span when the request is about to be sent. Filters for authentication run before, so
 * that their own calls are not counted; those of the user run after, and what they throw is seen.
 */
@Priority(Priorities.HEADER_DECORATOR)
final class CallFilter implements ClientRequestFilter {
  private volatile ClientSettings settings;

  CallFilter(ClientSettings settings) {
    this.settings = settings;
  }

  ClientSettings settings() {
    return settings;
  }

  /** Lets an explicit feature take over where {@link InstalledClientTracing} came first. */
  void replaceSettings(ClientSettings explicit) {
    this.settings = explicit;
  }

  @Override
  public void filter(ClientRequestContext request) {
    try {
      CallSpan span = CallSpan.prepare(settings, request);
      if (span != null) {
        span.begin();
      }
    } catch (Throwable t) {
      settings.guard().caught("Tracing a call", t);
    }
  }
}
