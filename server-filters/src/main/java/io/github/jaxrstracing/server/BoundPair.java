// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Binds the pair of filters to the methods that may be traced, where hooks see the requests that
 * match none of them: filters cost a request something even where they do nothing.
 */
final class BoundPair implements DynamicFeature {
  private final RequestFilter requests;
  private final ResponseFilter responses;

  BoundPair(RequestFilter requests, ResponseFilter responses) {
    this.requests = requests;
    this.responses = responses;
  }

  FilterPair pair() {
    return requests.pair();
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Endpoints endpoints = pair().settings().endpoints();
    if (endpoints.mayTrace(resource.getResourceClass(), resource.getResourceMethod())) {
      context.register(requests);
      context.register(responses);
    }
  }
}
