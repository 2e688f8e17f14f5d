// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import org.glassfish.jersey.client.spi.PostInvocationInterceptor;
import org.glassfish.jersey.client.spi.PreInvocationInterceptor;

/**
 * Sees what filters do not: the caller's thread, also of an asynchronous call, and the exception of
 * a call that got no response.
 *
 * <p>With this priority it is the first before a call and the last after it.
 */
@Priority(Integer.MAX_VALUE)
final class JerseyCallInterceptor implements PreInvocationInterceptor, PostInvocationInterceptor {
  private final CallFilter filter;

  JerseyCallInterceptor(CallFilter filter) {
    this.filter = filter;
  }

  @Override
  public void beforeRequest(ClientRequestContext request) {
    try {
      CallSpan.prepare(filter.settings(), request);
    } catch (Throwable t) {
      filter.settings().guard().caught("Tracing a call", t);
    }
  }

  @Override
  public void afterRequest(ClientRequestContext request, ClientResponseContext response) {
    try {
      CallSpan span = CallSpan.of(request);
      if (span != null) {
        span.answered(response);
      }
    } catch (Throwable t) {
      filter.settings().guard().caught("Tracing a call", t);
    }
  }

  @Override
  public void onException(ClientRequestContext request, ExceptionContext context) {
    try {
      CallSpan span = CallSpan.of(request);
      if (span != null) {
        span.failed(context.getThrowables().peekFirst(), context.getResponseContext().orElse(null));
      }
    } catch (Throwable t) {
      filter.settings().guard().caught("Tracing a call", t);
    }
  }
}
