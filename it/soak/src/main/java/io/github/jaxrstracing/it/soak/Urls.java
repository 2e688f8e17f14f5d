// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Requests of which no two have the same URL, method or host. */
final class Urls {
  private static final int CLIENTS = 8;

  private final URI server;
  private final boolean isJersey;

  Urls(URI server, boolean isJersey) {
    this.server = server;
    this.isJersey = isJersey;
  }

  /** Sends the requests of these numbers. */
  void send(int from, int to) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger(from);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        all.add(clients.submit(() -> sendAll(next, to)));
      }
      for (Future<?> client : all) {
        client.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private @Nullable Void sendAll(AtomicInteger next, int to) throws IOException {
    Wire wire = Wire.to(server);
    for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
      if (!wire.isReusable()) {
        wire.close();
        wire = Wire.to(server);
      }
      String method = n % 8 == 7 ? "M" + n : "GET";
      wire.send(method, path(n), List.of("Host: h" + n + ".example"), "");
      wire.read(method, 0);
    }
    wire.close();
    return null;
  }

  private String path(int n) {
    return switch (n % 8) {
      case 0 -> "/plain/item/" + n;
      case 1 -> "/plain/nowhere/" + n;
      case 2 -> "/nowhere/" + n + "?q=" + n;
      case 3 -> "/plain/part" + n + "/leaf/" + n;
      case 4 -> "/plain/part" + n + "/no-leaf/" + n;
      case 5 -> "/calling/item/" + n;
      case 6 -> isJersey ? "/jersey/model/" + n : "/plain/item/" + n;
      default -> "/plain/item/" + n;
    };
  }
}
