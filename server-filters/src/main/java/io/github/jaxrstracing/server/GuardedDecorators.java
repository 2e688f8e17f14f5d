// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import io.opentracing.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;

/** Several decorators as one; what one of them throws stops neither the others nor the request. */
record GuardedDecorators(List<ServerSpanDecorator> decorators, Guard guard)
    implements ServerSpanDecorator {
  @Override
  public void onRequest(ContainerRequestContext request, Span span) {
    for (int i = 0; i < decorators.size(); i++) {
      try {
        decorators.get(i).onRequest(request, span);
      } catch (Throwable t) {
        guard.caught("ServerSpanDecorator.onRequest", t);
      }
    }
  }

  @Override
  public void onResponse(
      ContainerRequestContext request, ContainerResponseContext response, Span span) {
    for (int i = 0; i < decorators.size(); i++) {
      try {
        decorators.get(i).onResponse(request, response, span);
      } catch (Throwable t) {
        guard.caught("ServerSpanDecorator.onResponse", t);
      }
    }
  }

  @Override
  public void onError(ContainerRequestContext request, Throwable error, Span span) {
    for (int i = 0; i < decorators.size(); i++) {
      try {
        decorators.get(i).onError(request, error, span);
      } catch (Throwable t) {
        guard.caught("ServerSpanDecorator.onError", t);
      }
    }
  }
}
