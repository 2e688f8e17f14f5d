// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Resources that answer or fail on the thread of the request. */
final class PlainResources {
  private PlainResources() {}

  @Path("plain")
  @SuppressWarnings("DoNotCallSuggester") // a request calls them
  public static final class Plain {
    @GET
    @Path("sync")
    @Produces("text/plain")
    public String sync() {
      return "sync";
    }

    @POST
    @Path("echo")
    @Produces("text/plain")
    public String echo(String body) {
      return body;
    }

    @GET
    @Path("nothing")
    public void nothing() {}

    @GET
    @Path("item/{id}")
    @Produces("text/plain")
    public String item(@PathParam("id") String id) {
      return id;
    }

    /** A new sub-resource for each request. */
    @Path("{part: part[0-9]*}")
    public Part part(@PathParam("part") String part) {
      return new Part(part);
    }

    @Path("no-part")
    public Part noPart() {
      throw new NotFoundException();
    }

    @Path("bad-part")
    public Part badPart() {
      throw new IllegalStateException("bad part");
    }
  }

  /** A sub-resource. */
  @Traced(requestTags = "path_params")
  public static final class Part {
    private final String part;

    Part(String part) {
      this.part = part;
    }

    @GET
    @Path("leaf/{id}")
    @Produces("text/plain")
    public String leaf(@PathParam("id") String id) {
      return part + ' ' + id;
    }
  }

  @Path("failing")
  @Traced
  public static final class Failing {
    @GET
    @Path("{how}")
    public Response fail(@PathParam("how") String how) {
      switch (how) {
        case "mapped" -> throw new Mapped();
        case "mapper" -> throw new MapperFails();
        case "error" -> throw new AssertionError(how);
        case "web-404" -> throw new NotFoundException(how);
        case "web-503" -> throw new ServiceUnavailableException(how);
        default -> throw new IllegalStateException(how);
      }
    }
  }

  /** Has a mapper. */
  static final class Mapped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Has a mapper that fails. */
  static final class MapperFails extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Provider
  public static final class Mapper implements ExceptionMapper<Mapped> {
    @Override
    public Response toResponse(Mapped thrown) {
      return Response.status(409).entity("mapped").type("text/plain").build();
    }
  }

  @Provider
  public static final class FailingMapper implements ExceptionMapper<MapperFails> {
    @Override
    public Response toResponse(MapperFails thrown) {
      throw new IllegalStateException("mapper");
    }
  }
}
