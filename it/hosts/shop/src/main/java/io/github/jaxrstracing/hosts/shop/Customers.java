// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.shop;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Has a sub-resource. */
@Path("customers")
public class Customers {
  @Path("{name}")
  public Customer customer(@PathParam("name") String name) {
    return new Customer(name);
  }

  /** A sub-resource, which only its locator makes. */
  public static class Customer {
    private final String name;

    Customer(String name) {
      this.name = name;
    }

    @GET
    @Path("address")
    public String address() {
      return name + "'s address";
    }
  }
}
