// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Notes the response after all other filters, and tells the trace id where that is wanted. */
@Priority(Integer.MIN_VALUE)
final class ResponseFilter implements ContainerResponseFilter {
  private final FilterPair pair;
  private final @Nullable PairAlone alone;

  ResponseFilter(FilterPair pair, @Nullable PairAlone alone) {
    this.pair = pair;
    this.alone = alone;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    try {
      RequestTrace trace = pair.of(request);
      if (trace == null) {
        return;
      }
      trace.begin();
      trace.answered(response);
      if (alone != null) {
        alone.answered(trace, response);
      }
    } catch (Throwable t) {
      pair.guard().caught("Tracing a request", t);
    }
  }
}
