// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import org.glassfish.jersey.client.spi.PostInvocationInterceptor;
import org.glassfish.jersey.client.spi.PreInvocationInterceptor;

/** Stands around the calls of a client, and does nothing. */
final class EmptyInterceptor implements PreInvocationInterceptor, PostInvocationInterceptor {
  @Override
  public void beforeRequest(ClientRequestContext request) {}

  @Override
  public void afterRequest(ClientRequestContext request, ClientResponseContext response) {}

  @Override
  public void onException(ClientRequestContext request, ExceptionContext context) {}
}
