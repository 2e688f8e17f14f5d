// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.MatchedMethod;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.List;

/** Checks the annotations of the root resources while they are deployed; it registers nothing. */
final class AnnotationCheck implements DynamicFeature {
  private final FilterPair pair;

  AnnotationCheck(FilterPair pair) {
    this.pair = pair;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Method method = resource.getResourceMethod();
    Class<?> type = resource.getResourceClass();
    pair.check(
        List.of(
            new MatchedMethod(type, method, method, List.of("/"), List.of(), false, List.of())));
  }
}
