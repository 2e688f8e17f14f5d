// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.mock.MockSpan;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.junit.jupiter.api.Test;

/** Streams that end because their method fails after it has sent something. */
class BrokenStreamTest {
  @Test
  void finishesWhenAMethodFailsThatHasSentAnEvent() {
    try (TestServer server = new TestServer(TracingFeature.builder(), Events.class)) {
      String received = server.get("/events").body();

      MockSpan span = server.span();
      assertThat(received).contains("data: one");
      assertThat(span.tags()).containsEntry("http.status_code", 200).containsEntry("error", true);
      assertThat(span.logEntries())
          .singleElement()
          .satisfies(log -> assertThat(log.fields().get("error.object")).isSameAs(Events.BUG));
      assertThat(span.generatedErrors()).isEmpty();
    }
  }

  @Path("events")
  @Traced
  public static class Events {
    static final RuntimeException BUG = new IllegalStateException("after the first event");

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
      sink.send(sse.newEvent("one")).toCompletableFuture().join();
      throw BUG;
    }
  }
}
