// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Resources with bodies of every kind. */
final class BodyResources {
  private BodyResources() {}

  @Path("bodies")
  @Traced
  public static class Bodies {
    static final int BLOCK = 20_000;
    private volatile long lastWriteMicros;

    long lastWriteMicros() {
      return lastWriteMicros;
    }

    @GET
    @Path("stream")
    public StreamingOutput stream() {
      return out -> {
        for (int i = 0; i < 3; i++) {
          out.write(new byte[BLOCK]);
          out.flush();
        }
        lastWriteMicros = ServerContract.nowMicros();
      };
    }

    @GET
    @Path("endless")
    public StreamingOutput endless() {
      return out -> {
        while (true) {
          lastWriteMicros = ServerContract.nowMicros();
          out.write(new byte[BLOCK]);
          out.flush();
        }
      };
    }

    @POST
    @Path("echo")
    public String echo(String body) {
      return body;
    }

    @GET
    @Path("nothing")
    public void nothing() {}
  }

  @Path("events")
  @Traced
  public static class Events {
    private final List<SseEventSink> sinks = new CopyOnWriteArrayList<>();
    private volatile @Nullable Sse sse;
    private volatile @Nullable SseBroadcaster broadcaster;
    private volatile @Nullable Throwable failure;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse given) {
      sse = given;
      sinks.add(sink);
    }

    @GET
    @Path("at-once")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void atOnce(@Context SseEventSink sink, @Context Sse given) throws Exception {
      try (sink) {
        sink.send(given.newEvent("one")).toCompletableFuture().get(5, TimeUnit.SECONDS);
        sink.send(given.newEvent("two")).toCompletableFuture().get(5, TimeUnit.SECONDS);
      }
    }

    @GET
    @Path("broadcast")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public synchronized void broadcast(@Context SseEventSink sink, @Context Sse given) {
      sse = given;
      SseBroadcaster shared = broadcaster == null ? given.newBroadcaster() : broadcaster;
      broadcaster = shared;
      shared.register(sink);
      sinks.add(sink);
    }

    void awaitSinks(int count) {
      awaitSoon().until(() -> sinks.size() == count);
    }

    void send(String data) throws Exception {
      sinks
          .get(0)
          .send(Objects.requireNonNull(sse).newEvent(data))
          .toCompletableFuture()
          .get(5, TimeUnit.SECONDS);
    }

    /** Sends an event that may never be done; false when the client is known to have gone. */
    @SuppressWarnings("FutureReturnValueIgnored") // what depends on it is told, not asked
    boolean beginToSend(String data) {
      try {
        sinks
            .get(0)
            .send(Objects.requireNonNull(sse).newEvent(data))
            .whenComplete((sent, thrown) -> failure = failure == null ? thrown : failure);
      } catch (IllegalStateException closed) {
        failure = closed;
      }
      return failure == null;
    }

    /** Why an event could not be sent, or null. */
    @Nullable Throwable failure() {
      return failure;
    }

    boolean close() throws Exception {
      for (SseEventSink sink : sinks) {
        sink.close();
      }
      return true;
    }

    boolean broadcast(String data) throws Exception {
      Objects.requireNonNull(broadcaster)
          .broadcast(Objects.requireNonNull(sse).newEvent(data))
          .toCompletableFuture()
          .get(5, TimeUnit.SECONDS);
      return true;
    }

    void closeBroadcaster() {
      Objects.requireNonNull(broadcaster).close();
    }
  }
}
