// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Tracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The three services: shop calls stock and prices, and a courier that is not there. */
public final class Services implements AutoCloseable {
  // Bound but not listening: no other process gets this port, and a call to it is refused.
  private final Socket courier = new Socket();

  private final List<Tracer> opened = new ArrayList<>();
  private final Service stock;
  private final Service prices;
  private final Service shop;
  private final Client client;

  /**
   * Starts all three, each on a free port of the loopback interface.
   *
   * @param tracers makes the tracer of a service from its name; the service closes it
   * @param clients makes the client of shop from its tracer
   * @throws IOException when there is no free port
   */
  public Services(Function<String, Tracer> tracers, Function<Tracer, Client> clients)
      throws IOException {
    courier.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    URI courierUri = URI.create("http://127.0.0.1:" + courier.getLocalPort());
    stock = service(tracers.apply("stock"), new Stock());
    prices = service(tracers.apply("prices"), new Prices());
    Tracer tracer = tracers.apply("shop");
    client = clients.apply(tracer);
    shop = service(tracer, new Shop(client, stock.uri(), prices.uri(), courierUri));
  }

  private Service service(Tracer tracer, Object resource) {
    opened.add(tracer);
    return new Service(new TracingFeature(tracer), resource);
  }

  /**
   * Makes a client as an application that uses this library does.
   *
   * @param tracer its tracer
   * @return the client
   */
  public static Client tracedClient(Tracer tracer) {
    return ClientBuilder.newBuilder().register(new ClientTracingFeature(tracer)).build();
  }

  /**
   * The service that calls the others.
   *
   * @return shop
   */
  public Service shop() {
    return shop;
  }

  Service stock() {
    return stock;
  }

  Service prices() {
    return prices;
  }

  @Override
  public void close() throws IOException {
    shop.close();
    client.close();
    prices.close();
    stock.close();
    courier.close();
    opened.forEach(Tracer::close); // which hand over their last spans
  }
}
