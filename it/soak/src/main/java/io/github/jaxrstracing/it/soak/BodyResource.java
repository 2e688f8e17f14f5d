// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A resource whose bodies are streams. */
@Path("bodies")
@Produces("application/octet-stream")
public final class BodyResource {
  private static final int BLOCK = 8_192;

  /** More than any buffer between here and a client that has gone. */
  private static final int ENDLESS = 4_000;

  private final Pools pools;

  /** Sends events on these threads. */
  BodyResource(Pools pools) {
    this.pools = pools;
  }

  @GET
  @Path("stream")
  public StreamingOutput stream() {
    return blocks(3);
  }

  @GET
  @Path("large")
  public StreamingOutput large() {
    return blocks(24);
  }

  @GET
  @Path("endless")
  public StreamingOutput endless() {
    return blocks(ENDLESS);
  }

  @GET
  @Path("broken")
  public StreamingOutput broken() {
    return out -> {
      blocks(3).write(out);
      throw new IllegalStateException("broken");
    };
  }

  private static StreamingOutput blocks(int count) {
    return out -> {
      for (int i = 0; i < count; i++) {
        out.write(new byte[BLOCK]);
        out.flush();
      }
    };
  }

  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    pools.workers().execute(() -> send(sink, sse, 3));
  }

  @GET
  @Path("events-endless")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void eventsEndless(@Context SseEventSink sink, @Context Sse sse) {
    pools.workers().execute(() -> send(sink, sse, ENDLESS));
  }

  private static void send(SseEventSink sink, Sse sse, int count) {
    try (sink) {
      for (int i = 0; i < count && !sink.isClosed(); i++) {
        sink.send(sse.newEvent("event " + i)).toCompletableFuture().get(5, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException | RuntimeException gone) {
      // The client has left, as it was meant to.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
