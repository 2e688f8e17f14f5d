// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import io.github.jaxrstracing.server.ServerSpanDecorator;
import io.github.jaxrstracing.server.TracingFeatureBuilder;
import io.opentracing.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/** Registers tracing that notes by its name when it sees a request and a response. */
record CountingFeature(TracingFeatureBuilder tracing, List<String> calls, String name)
    implements Feature {
  @Override
  public boolean configure(FeatureContext context) {
    return tracing.decorator(new Counting(calls, name)).build().configure(context);
  }

  private record Counting(List<String> calls, String name) implements ServerSpanDecorator {
    @Override
    public void onRequest(ContainerRequestContext request, Span span) {
      if (request.getUriInfo().getPath().contains("asking")) {
        calls.add(name + " request");
      }
    }

    @Override
    public void onResponse(
        ContainerRequestContext request, ContainerResponseContext response, Span span) {
      if (request.getUriInfo().getPath().contains("asking")) {
        calls.add(name + " response");
      }
    }
  }
}
