// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.jersey;

import io.github.jaxrstracing.client.TracedClient;
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
final class CallInterceptor implements PreInvocationInterceptor, PostInvocationInterceptor {
  private final TracedClient client;
  private final Callers callers;

  CallInterceptor(TracedClient client, Callers callers) {
    this.client = client;
    this.callers = callers;
  }

  @Override
  public void beforeRequest(ClientRequestContext request) {
    callers.beginCall(request);
  }

  @Override
  public void afterRequest(ClientRequestContext request, ClientResponseContext response) {
    client.endWithResponse(client.find(request), response);
  }

  @Override
  public void onException(ClientRequestContext request, ExceptionContext context) {
    client.endWithFailure(
        client.find(request),
        context.getThrowables().peekFirst(),
        context.getResponseContext().orElse(null));
  }
}
