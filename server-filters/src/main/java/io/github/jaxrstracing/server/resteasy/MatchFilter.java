// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.jboss.resteasy.core.interception.jaxrs.PostMatchContainerRequestContext;

/** Tells the matched method before the span begins: filters run in the order of registration. */
@Priority(Integer.MIN_VALUE)
final class MatchFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    RestEasyRequest traced = RestEasyRequest.of(request);
    if (traced != null && request instanceof PostMatchContainerRequestContext matched) {
      traced.matched(matched.getResourceMethod());
    }
  }
}
