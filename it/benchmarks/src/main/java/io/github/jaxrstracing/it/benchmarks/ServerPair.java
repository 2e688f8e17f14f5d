// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** A pair of filters that does nothing but finding its state. */
final class ServerPair implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String STATE = "state";

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(STATE, this);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STATE) == null) {
      throw new IllegalStateException("The state is lost.");
    }
  }
}
