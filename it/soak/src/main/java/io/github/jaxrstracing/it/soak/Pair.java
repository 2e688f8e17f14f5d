// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.soak.Ledger.Count;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Two servers, of which one calls the other, and a third that refuses. */
final class Pair implements AutoCloseable {
  // Bound but not listening: no other process gets this port, and a call to it is refused.
  private final Socket refusing = new Socket();
  private final Client client;
  private final RunningServer down;
  private final RunningServer front;

  Pair(Host host, Pools pools, Ledger ledger, Tracing tracing) throws Exception {
    refusing.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    down =
        host.start(
            traced(tracing)
                .with(new Filters.Arrivals(n -> ledger.count(Count.DOWN_ARRIVED, n)))
                .with(new DownResource()),
            pools);
    client = client(pools, tracing);
    App application =
        traced(tracing)
            .with(PlainResources.Mapper.class, PlainResources.FailingMapper.class)
            .with(
                new Filters.Arrivals(n -> ledger.count(Count.ARRIVED, n)),
                new Filters.Early(),
                new Filters.Late(),
                new PlainResources.Plain(),
                new PlainResources.Failing(),
                new LaterResource(pools, n -> ledger.count(Count.LET_IN, n)),
                new BodyResource(pools),
                new CallingResource(
                    client,
                    pools,
                    down.baseUri(),
                    URI.create("http://127.0.0.1:" + refusing.getLocalPort() + "/"),
                    n -> ledger.count(Count.CALLS, n),
                    tracing.active()))
            .with(new Filters.Writer());
    if (host.isJersey()) {
      application.with(new JerseyResource(pools));
    }
    front = host.start(application, pools);
  }

  private static App traced(Tracing tracing) {
    App application = new App();
    return tracing.server() == null ? application : application.with(tracing.server().get());
  }

  private static Client client(Pools pools, Tracing tracing) {
    ClientBuilder builder = ClientBuilder.newBuilder();
    if (pools.isVirtual()) {
      builder.executorService(pools.workers());
    }
    if (tracing.client() != null) {
      builder.register(tracing.client());
    }
    return builder.build();
  }

  URI front() {
    return front.baseUri();
  }

  URI down() {
    return down.baseUri();
  }

  /** The client that calls the other server. */
  Client client() {
    return client;
  }

  @Override
  public void close() throws IOException {
    try {
      front.stop().stop();
      client.close();
      down.stop().stop();
    } catch (Exception e) {
      throw new IOException(e);
    }
    refusing.close();
  }
}
