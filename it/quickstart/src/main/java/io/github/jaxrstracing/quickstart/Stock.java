// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What the service stock does. */
@Path("stock/{item}")
@Traced
public final class Stock {
  static final String LOST = "umbrella";

  Stock() {}

  /**
   * Counts.
   *
   * @param item the item
   * @return how many there are
   */
  @GET
  public String count(@PathParam("item") String item) {
    Work.pause();
    if (item.equals(LOST)) {
      throw new IllegalStateException("no shelf holds the " + item);
    }
    return "3 left";
  }
}
