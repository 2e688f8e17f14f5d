// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/**
 * Begins the span of a request that was matched, before all other filters, and makes it active. It
 * is not name-bound: implementations differ in where they look for the annotation.
 */
@Priority(Integer.MIN_VALUE)
final class RequestFilter implements ContainerRequestFilter {
  private final FilterPair pair;
  private final @Nullable PairAlone alone;
  // Here and not before matching, since CXF tells each filter what is known when that one is
  // called.
  @Context private ResourceInfo resource;

  RequestFilter(FilterPair pair, @Nullable PairAlone alone) {
    this.pair = pair;
    this.alone = alone;
  }

  FilterPair pair() {
    return pair;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      RequestTrace trace = pair.of(request);
      if (trace == null) {
        return;
      }
      if (alone != null) {
        alone.match(trace, request, resource);
      }
      trace.begin();
      if (alone == null || alone.answersHere(resource)) {
        trace.open(Bracket.FILTERS);
      }
    } catch (Throwable t) {
      pair.guard().caught("Tracing a request", t);
    }
  }
}
