// SPDX-License-Identifier: Apache-2.0
package com.example;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The service that is asked. */
@Path("stock")
public class Stock {
  @GET
  @Path("{id}")
  public int left(@PathParam("id") String id) {
    return id.length();
  }
}
