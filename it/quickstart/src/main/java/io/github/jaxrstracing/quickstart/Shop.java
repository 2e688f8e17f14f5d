// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static io.github.jaxrstracing.client.ClientTracingFeature.OPERATION_NAME;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What the service shop does: it asks the others. */
@Path("items/{item}")
@Traced
public final class Shop {
  private final WebTarget stock;
  private final WebTarget prices;
  private final WebTarget courier;

  Shop(Client client, URI stock, URI prices, URI courier) {
    this.stock = client.target(stock).path("stock/{item}").property(OPERATION_NAME, "ask-stock");
    this.prices = client.target(prices).path("prices/{item}").property(OPERATION_NAME, "ask-price");
    this.courier = client.target(courier).path("parcels").property(OPERATION_NAME, "call-courier");
  }

  /**
   * One call, to stock.
   *
   * @param item the item
   * @return how many there are
   */
  @GET
  public String show(@PathParam("item") String item) {
    return stock.resolveTemplate("item", item).request().get(String.class);
  }

  /**
   * Two calls at once, to stock and to prices.
   *
   * @param item the item
   * @return how many there are, and for how much
   * @throws ExecutionException when a call fails
   * @throws InterruptedException when the service ends
   */
  @GET
  @Path("offer")
  public String offer(@PathParam("item") String item)
      throws ExecutionException, InterruptedException {
    Future<String> left = stock.resolveTemplate("item", item).request().async().get(String.class);
    Future<String> price = prices.resolveTemplate("item", item).request().async().get(String.class);
    return left.get() + " at " + price.get();
  }

  /**
   * One call, to stock, which fails for an item that is lost.
   *
   * @param item the item
   * @return how many there are
   */
  @GET
  @Path("reservation")
  public String reserve(@PathParam("item") String item) {
    return stock.resolveTemplate("item", item).request().get(String.class);
  }

  /**
   * One call, to a courier that nobody has started.
   *
   * @param item the item
   * @return nothing, because the call fails
   */
  @GET
  @Path("delivery")
  public String deliver(@PathParam("item") String item) {
    return courier.queryParam("item", item).request().get(String.class);
  }
}
