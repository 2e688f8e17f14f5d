// SPDX-License-Identifier: Apache-2.0
package com.example;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** Asks another service, which is this one again. */
@RequestScoped
@Path("orders")
public class Orders {
  @Inject Client client;
  @Context UriInfo uri;

  @GET
  @Path("{id}")
  public String order(@PathParam("id") String id) {
    String left =
        client.target(uri.getBaseUri()).path("stock").path(id).request().get(String.class);
    return "Order " + id + ", in stock: " + left;
  }
}
