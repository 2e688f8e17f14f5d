// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** A resource, and filters that stop requests on their way to it when a header says so. */
final class MatchingResources {
  private MatchingResources() {}

  @Path("items")
  public static class Items {
    @GET
    @Path("{id: [0-9]+}")
    @Produces("text/plain")
    public String get(@PathParam("id") String id) {
      return id;
    }

    @POST
    @Consumes("text/plain")
    public String post(String body) {
      return body;
    }

    @GET
    @Path("count/{n}")
    public String count(@PathParam("n") int n) {
      return String.valueOf(n);
    }

    @GET
    @Path("limit")
    public String limit(@QueryParam("n") int n) {
      return String.valueOf(n);
    }
  }

  @Provider
  @PreMatching
  public static class AbortingBeforeMatching implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      String where = request.getHeaderString("X-Abort");
      if ("before-matching".equals(where)) {
        request.abortWith(Response.status(429).build());
      }
      if ("fail-before-matching".equals(where)) {
        throw new IllegalStateException("failed before matching");
      }
    }
  }

  /** Before a filter of an ordinary priority. */
  @Provider
  @Priority(Priorities.AUTHENTICATION)
  public static class AbortingAuthentication implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if ("authentication".equals(request.getHeaderString("X-Abort"))) {
        request.abortWith(Response.status(401).build());
      }
    }
  }

  /** After every other filter. */
  @Provider
  @Priority(Integer.MAX_VALUE)
  public static class AbortingLast implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if ("last".equals(request.getHeaderString("X-Abort"))) {
        request.abortWith(Response.status(403).build());
      }
    }
  }

  /** Takes the microseconds that a header tells, and notes when it began. */
  @Provider
  @PreMatching
  @Priority(1)
  public static class SlowBeforeMatching implements ContainerRequestFilter {
    private volatile long arrivedMicros;

    long arrivedMicros() {
      return arrivedMicros;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      String micros = request.getHeaderString("X-Slow");
      if (micros == null) {
        return;
      }
      arrivedMicros = ServerContract.nowMicros();
      long end = System.nanoTime() + Long.parseLong(micros) * 1_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
  }
}
