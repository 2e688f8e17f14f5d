// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Tells that a response begins, before all other filters. */
@Priority(Integer.MAX_VALUE)
final class AnswerFilter implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    RestEasyRequest traced = RestEasyRequest.of(request);
    if (traced != null) {
      traced.writing(response);
    }
  }
}
