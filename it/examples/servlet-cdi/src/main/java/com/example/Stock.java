// SPDX-License-Identifier: Apache-2.0
package com.example;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The service that is asked. */
@RequestScoped
@Path("stock")
public class Stock {
  @Inject Warehouse warehouse;

  @GET
  @Path("{id}")
  public int left(@PathParam("id") String id) {
    return warehouse.count(id);
  }
}
