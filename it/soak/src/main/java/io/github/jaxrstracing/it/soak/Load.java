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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Clients that send a mix of requests, each as its kind behaves, and note what they got. */
final class Load implements AutoCloseable {
  private static final int CLIENTS = 16;

  /** An answer may never come, which the server may be to blame for. */
  private static final int ALONE_MILLIS = 4_000;

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private final URI server;
  private final Mix mix;
  private final Ledger ledger;

  Load(URI server, Mix mix, Ledger ledger) {
    this.server = server;
    this.mix = mix;
    this.ledger = ledger;
  }

  /** Whether a request has a sender whose span must be the parent. */
  static boolean sendsParent(int n) {
    return n % 2 == 0;
  }

  /** Sends the requests of these numbers, and returns when all clients are done. */
  void send(int from, int to) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger(from);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      all.add(clients.submit(() -> new Sender().sendAll(next, to)));
    }
    for (Future<?> client : all) {
      client.get();
    }
  }

  @Override
  public void close() {
    clients.shutdownNow();
  }

  static List<String> headers(int n, String... more) {
    List<String> headers = new ArrayList<>(List.of(more));
    if (sendsParent(n)) {
      headers.add(LedgerTracer.HEADER + ": SENDER-" + n + "-r" + n + "-p" + n);
    }
    return headers;
  }

  /** One client. */
  private final class Sender {
    private @Nullable Wire kept;

    private @Nullable Void sendAll(AtomicInteger next, int to) throws IOException {
      try {
        for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
          ledger.sent(n);
          send(mix.of(n), n);
        }
      } finally {
        if (kept != null) {
          kept.close();
        }
      }
      return null;
    }

    private void send(Kind kind, int n) throws IOException {
      if (kind.manner() == Kind.Manner.PLAIN) {
        plain(kind, n);
        return;
      }
      boolean isSlow = kind.manner() == Kind.Manner.SLOW;
      try (Wire wire = isSlow ? Wire.narrow(server) : Wire.to(server)) {
        switch (kind.manner()) {
          case ALONE -> ledger.seen(n, alone(wire.patience(ALONE_MILLIS), kind, n));
          case SLOW -> {
            wire.send(kind.method(), kind.target(n), headers(n), "");
            ledger.seen(n, wire.read(kind.method(), 24));
          }
          case RESET_IN_BODY -> {
            wire.send(kind.method(), kind.target(n), headers(n), "");
            ledger.seen(n, new Answer(wire.readBeginning(), List.of(), "", false));
            wire.reset();
          }
          case RESET_AT_ONCE -> {
            wire.send(kind.method(), kind.target(n), headers(n), "");
            LockSupport.parkNanos(n % 4 * 500_000L); // nothing tells how far the server has come
            wire.reset();
          }
          case RESET_IN_UPLOAD -> {
            wire.send(kind.method(), kind.target(n), headers(n), "a part", 1_000);
            LockSupport.parkNanos(n % 4 * 500_000L);
            wire.reset();
          }
          case DEAD_CONNECTION -> {
            wire.send("GET", "/plain/sync", List.of("Connection: close"), "");
            wire.read("GET", 0);
            plain(wire, kind, n);
          }
          case PLAIN -> throw new IllegalStateException();
        }
      }
    }

    private Answer alone(Wire wire, Kind kind, int n) throws IOException {
      wire.send(kind.method(), kind.target(n), headers(n, "Connection: close"), "");
      return wire.read(kind.method(), 0);
    }

    private void plain(Kind kind, int n) throws IOException {
      if (kept == null || !kept.isReusable()) {
        if (kept != null) {
          kept.close();
        }
        kept = Wire.to(server);
      }
      plain(kept, kind, n);
    }

    private void plain(Wire wire, Kind kind, int n) {
      Answer answer = Answer.NONE;
      boolean wasUsed = wire.isUsed();
      try {
        wire.send(
            kind.method(), kind.target(n), headers(n), kind.method().equals("POST") ? "body" : "");
        answer = wire.read(kind.method(), 0);
      } catch (IOException gone) {
        wire.giveUp();
      }
      if (answer.status() == 0 && wasUsed) {
        ledger.dead(n);
      }
      ledger.seen(n, answer);
    }
  }
}
