// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.Guard;
import io.opentracing.Span;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.List;

/** Several decorators as one; what one of them throws stops neither the others nor the call. */
record GuardedDecorators(List<ClientSpanDecorator> decorators, Guard guard)
    implements ClientSpanDecorator {
  @Override
  public void onRequest(ClientRequestContext request, Span span) {
    for (int i = 0; i < decorators.size(); i++) {
      try {
        decorators.get(i).onRequest(request, span);
      } catch (Throwable t) {
        guard.caught("ClientSpanDecorator.onRequest", t);
      }
    }
  }

  @Override
  public void onResponse(ClientRequestContext request, ClientResponseContext response, Span span) {
    for (int i = 0; i < decorators.size(); i++) {
      try {
        decorators.get(i).onResponse(request, response, span);
      } catch (Throwable t) {
        guard.caught("ClientSpanDecorator.onResponse", t);
      }
    }
  }

  @Override
  public void onError(ClientRequestContext request, Throwable error, Span span) {
    for (int i = 0; i < decorators.size(); i++) {
      try {
        decorators.get(i).onError(request, error, span);
      } catch (Throwable t) {
        guard.caught("ClientSpanDecorator.onError", t);
      }
    }
  }
}
