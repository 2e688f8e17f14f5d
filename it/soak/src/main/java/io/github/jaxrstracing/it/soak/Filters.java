// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.function.IntConsumer;

/** Filters of the application: one counts what arrives, the others do what the query asks for. */
final class Filters {
  private Filters() {}

  private static String askedBy(ContainerRequestContext request) {
    return String.valueOf(request.getUriInfo().getQueryParameters().getFirst("at"));
  }

  private static Response refusal(int status) {
    return Response.status(status).entity("aborted").type("text/plain").build();
  }

  /** Tells the number of each request, before anything else can end it. */
  @PreMatching
  @Priority(Integer.MIN_VALUE + 1_000)
  public static final class Arrivals implements ContainerRequestFilter {
    private final IntConsumer arrived;

    Arrivals(IntConsumer arrived) {
      this.arrived = arrived;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      arrived.accept(SpanEnd.numberIn(request.getUriInfo().getRequestUri().toString()));
    }
  }

  @PreMatching
  public static final class Early implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (askedBy(request).equals("pre-matching")) {
        request.abortWith(refusal(401));
      }
    }
  }

  public static final class Late implements ContainerRequestFilter, ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      switch (askedBy(request)) {
        case "abort" -> request.abortWith(refusal(403));
        case "request-filter" -> throw new IllegalStateException("request filter");
        default -> {}
      }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      boolean isFirst = response.getStatus() == 200;
      if (isFirst && askedBy(request).equals("response-filter")) {
        throw new IllegalStateException("response filter");
      }
      if (isFirst && askedBy(request).startsWith("writer")) {
        request.setProperty("soak.writer", askedBy(request));
      } else {
        request.removeProperty("soak.writer");
      }
    }
  }

  public static final class Writer implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      Object failure = context.getProperty("soak.writer");
      if (failure != null) {
        throw failure.equals("writer")
            ? new IllegalStateException("writer")
            : new PlainResources.MapperFails();
      }
      context.proceed();
    }
  }
}
