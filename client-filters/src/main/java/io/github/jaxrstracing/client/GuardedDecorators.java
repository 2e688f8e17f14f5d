// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.Guard;
import io.opentracing.Span;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.List;
import java.util.function.Consumer;

/** Several decorators as one; what one of them throws stops neither the others nor the call. */
record GuardedDecorators(List<ClientSpanDecorator> decorators, Guard guard)
    implements ClientSpanDecorator {
  @Override
  public void onRequest(ClientRequestContext request, Span span) {
    if (!decorators.isEmpty()) {
      forEach("onRequest", decorator -> decorator.onRequest(request, span));
    }
  }

  @Override
  public void onResponse(ClientRequestContext request, ClientResponseContext response, Span span) {
    if (!decorators.isEmpty()) {
      forEach("onResponse", decorator -> decorator.onResponse(request, response, span));
    }
  }

  @Override
  public void onError(ClientRequestContext request, Throwable error, Span span) {
    forEach("onError", decorator -> decorator.onError(request, error, span));
  }

  private void forEach(String method, Consumer<ClientSpanDecorator> call) {
    for (ClientSpanDecorator decorator : decorators) {
      try {
        call.accept(decorator);
      } catch (Throwable t) {
        guard.caught("ClientSpanDecorator." + method, t);
      }
    }
  }
}
