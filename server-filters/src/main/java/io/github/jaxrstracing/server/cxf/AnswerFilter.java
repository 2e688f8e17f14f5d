// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import io.github.jaxrstracing.server.FilterPair;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Sees each response that is made for a request, before all other response filters. */
@Priority(Integer.MAX_VALUE)
final class AnswerFilter implements ContainerResponseFilter {
  private final FilterPair pair;

  AnswerFilter(FilterPair pair) {
    this.pair = pair;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    try {
      CxfRequest current = CxfRequest.current();
      if (current != null) {
        current.answering(response);
      }
    } catch (Throwable t) {
      pair.guard().caught("Tracing a response", t);
    }
  }
}
