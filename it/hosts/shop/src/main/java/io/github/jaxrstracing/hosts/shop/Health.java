// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.shop;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What {@code skip} leaves out. */
@Path("health")
public class Health {
  @GET
  public String up() {
    return "up";
  }
}
