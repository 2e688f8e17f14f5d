// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.opentracing.Span;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;

/**
 * Your own code at the beginning and the end of a span. What a method throws is logged once and
 * never reaches the call. Implementations must be thread-safe.
 */
public interface ClientSpanDecorator {
  /**
   * Called right after the span has started, before the request is sent.
   *
   * @param request the request
   * @param span its span
   */
  default void onRequest(ClientRequestContext request, Span span) {}

  /**
   * Called when the response is there; its entity has not been read.
   *
   * @param request the request
   * @param response the response
   * @param span the span of the request
   */
  default void onResponse(
      ClientRequestContext request, ClientResponseContext response, Span span) {}

  /**
   * Called when the call ended with an exception.
   *
   * @param request the request
   * @param error what went wrong, unwrapped
   * @param span the span of the request
   */
  default void onError(ClientRequestContext request, Throwable error, Span span) {}
}
