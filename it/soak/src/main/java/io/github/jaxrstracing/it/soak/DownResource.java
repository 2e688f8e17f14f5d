// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** What the other server has. */
@Path("down")
@Produces("text/plain")
@SuppressWarnings("DoNotCallSuggester") // a request calls them
public final class DownResource {
  @GET
  @Path("ok")
  public String ok() {
    return "ok";
  }

  @GET
  @Path("missing")
  public String missing() {
    throw new NotFoundException();
  }

  @GET
  @Path("failing")
  public String failing() {
    throw new IllegalStateException("down");
  }

  @GET
  @Path("item/{id}")
  public String item(@PathParam("id") String id) {
    return id;
  }
}
