// SPDX-License-Identifier: Apache-2.0
package com.example;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** Asks another service, which is this one again. */
@Path("orders")
public class Orders {
  private final Client client;

  Orders(Client client) {
    this.client = client;
  }

  @GET
  @Path("{id}")
  public String order(@PathParam("id") String id, @Context UriInfo uri) {
    String left =
        client.target(uri.getBaseUri()).path("stock").path(id).request().get(String.class);
    return "Order " + id + ", in stock: " + left;
  }
}
