// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A resource that fails in every way, and filters and interceptors that do. */
final class ErrorResources {
  private ErrorResources() {}

  /** Fails if that is what the request asks for. */
  private static void failAt(String where, String asked) {
    if (where.equals(asked)) {
      throw new IllegalStateException(where);
    }
  }

  @Path("failing")
  @Traced
  public static class Failing {
    @POST
    @Path("{where}")
    public Response post(@PathParam("where") String where, String body) throws IOException {
      return switch (where) {
        case "unmapped" -> throw new IllegalStateException(where);
        case "checked" -> throw new IOException(where);
        case "error" -> throw new AssertionError(where);
        case "mapped-to-409" -> throw new MappedTo409();
        case "mapped-to-503" -> throw new MappedTo503();
        case "mapper" -> throw new MapperFails();
        case "web-303" -> throw new RedirectionException(303, URI.create("/elsewhere"));
        case "web-400" -> throw new BadRequestException(where);
        case "web-404" -> throw new NotFoundException(where);
        case "web-500" -> throw new InternalServerErrorException(where);
        case "web-503" -> throw new ServiceUnavailableException();
        case "returned-503" -> Response.status(503).entity("not now").build();
        case "entity" ->
            Response.ok(
                    (StreamingOutput)
                        out -> {
                          throw new IllegalStateException(where);
                        })
                .build();
        default -> Response.ok(body).build();
      };
    }

    @POST
    @Path("future")
    public CompletionStage<String> future(String body) {
      return CompletableFuture.supplyAsync(
          () -> {
            throw new IllegalStateException("future");
          });
    }

    @POST
    @Path("later")
    public void later(String body, @Suspended AsyncResponse later) {
      later.resume(new IllegalStateException("later"));
    }
  }

  @Provider
  public static class FailingFilters implements ContainerRequestFilter, ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      failAt("request-filter", String.valueOf(request.getHeaderString("X-Fail")));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      failAt("every-response-filter", String.valueOf(request.getHeaderString("X-Fail")));
      if (response.getStatus() == 200) {
        failAt("response-filter", String.valueOf(request.getHeaderString("X-Fail")));
      }
    }
  }

  @Provider
  public static class FailingReader implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
      failAt("reader", String.valueOf(context.getHeaders().getFirst("X-Fail")));
      return context.proceed();
    }
  }

  @Provider
  public static class FailingWriter implements WriterInterceptor, ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      String asked = request.getHeaderString("X-Fail");
      if (response.getStatus() == 200 || "every-writer".equals(asked)) {
        request.setProperty("fail", asked);
      } else {
        request.removeProperty("fail");
      }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      failAt("every-writer", String.valueOf(context.getProperty("fail")));
      failAt("writer", String.valueOf(context.getProperty("fail")));
      context.proceed();
    }
  }

  public static class MappedTo409 extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  public static class MappedTo503 extends RuntimeException {
    private static final long serialVersionUID = 1;

    MappedTo503() {
      super("mapped");
    }
  }

  public static class MapperFails extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Provider
  public static class MapperTo409 implements ExceptionMapper<MappedTo409> {
    @Override
    public Response toResponse(MappedTo409 thrown) {
      return Response.status(409).entity("mapped by the application").build();
    }
  }

  @Provider
  public static class MapperTo503 implements ExceptionMapper<MappedTo503> {
    @Override
    public Response toResponse(MappedTo503 thrown) {
      return Response.status(503).build();
    }
  }

  @Provider
  public static class FailingMapper implements ExceptionMapper<MapperFails> {
    @Override
    public Response toResponse(MapperFails thrown) {
      throw new IllegalArgumentException("the mapper failed");
    }
  }
}
