// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** What is answered in each way that Brave tells apart. */
final class ZipkinResources {
  static final Set<Class<?>> ALL =
      Set.of(Resource.class, Mapper.class, Refusal.class, Redirect.class);

  private ZipkinResources() {}

  @Path("/")
  public static final class Resource {
    @GET
    @Path("x")
    public String x() {
      return "x";
    }

    @POST
    @Path("orders/{id}/lines")
    public Response line(@PathParam("id") int id) {
      return Response.status(201).build();
    }

    @GET
    @Path("bad")
    public String bad() {
      throw new BadRequestException();
    }

    @GET
    @Path("gone")
    public String gone() {
      throw new NotFoundException("no such order");
    }

    @GET
    @Path("moved")
    public Response moved() {
      return Response.seeOther(URI.create("/x")).build();
    }

    @GET
    @Path("failed")
    public Response failed() {
      return Response.serverError().build();
    }

    @GET
    @Path("status")
    public String status() {
      throw new InternalServerErrorException();
    }

    @GET
    @Path("cause")
    public String cause() {
      throw new InternalServerErrorException("wrapped", new IOException("out of stock"));
    }

    @GET
    @Path("unmapped")
    public String unmapped() {
      throw new IllegalStateException("out of stock");
    }

    @GET
    @Path("constrained/{id: [0-9]+}")
    public String constrained(@PathParam("id") int id) {
      return "x";
    }

    @GET
    @Path("refused")
    public String refused() {
      throw new IllegalArgumentException("out of range");
    }

    @GET
    @Path("mapped")
    public String mapped() {
      throw new UnsupportedOperationException("out of order");
    }
  }

  /** Answers 503. */
  public static final class Mapper implements ExceptionMapper<UnsupportedOperationException> {
    @Override
    public Response toResponse(UnsupportedOperationException e) {
      return Response.status(503).build();
    }
  }

  /** Answers 400. */
  public static final class Refusal implements ExceptionMapper<IllegalArgumentException> {
    @Override
    public Response toResponse(IllegalArgumentException e) {
      return Response.status(400).build();
    }
  }

  /** Answers {@code /old} before it is matched. */
  @PreMatching
  public static final class Redirect implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getUriInfo().getPath().equals("old")) {
        request.abortWith(Response.status(302).location(URI.create("/x")).build());
      }
    }
  }
}
