// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What the service prices does. */
@Path("prices/{item}")
@Traced
public final class Prices {
  Prices() {}

  /**
   * Every item costs the same.
   *
   * @return the price
   */
  @GET
  public String price() {
    Work.pause();
    return "4.20";
  }
}
