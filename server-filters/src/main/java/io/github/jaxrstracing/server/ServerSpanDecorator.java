// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.opentracing.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/**
 * Your own code at the beginning and the end of a span. What a method throws is logged once and
 * never reaches the request. Implementations must be thread-safe.
 */
public interface ServerSpanDecorator {
  /**
   * Called on the request's thread, right after the span has started.
   *
   * @param request the request
   * @param span its span
   */
  default void onRequest(ContainerRequestContext request, Span span) {}

  /**
   * Called when the response is known, after the response filters. When its body then fails before
   * anything was sent, this is called again with the response that is sent instead.
   *
   * @param request the request
   * @param response the response
   * @param span the span of the request
   */
  default void onResponse(
      ContainerRequestContext request, ContainerResponseContext response, Span span) {}

  /**
   * Called right before the span is finished, for each error that is logged on it. The properties
   * of an asynchronous request may be gone by then.
   *
   * @param request the request
   * @param error what went wrong, unwrapped
   * @param span the span of the request
   */
  default void onError(ContainerRequestContext request, Throwable error, Span span) {}
}
