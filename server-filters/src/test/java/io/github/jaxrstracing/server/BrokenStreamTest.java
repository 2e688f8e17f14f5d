// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.Version;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams that end because their method fails after it has sent something. */
class BrokenStreamTest {
  private static final IOException GONE = new IOException("gone");
  private static final boolean IS_JERSEY_4_0 = Version.getVersion().startsWith("4.0.");

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

  // The method has queued its chunks, so that they are sent before the request is through. Jersey
  // 4.0 does not tell the writer that the client has gone, and commits the response.
  @ParameterizedTest
  @CsvSource({"1, 200", "0, 500"})
  void tellsWhatWasSentWhenTheClientGoesBeforeTheRequestIsThrough(int flushes, int status) {
    MockTracer tracer = new MockTracer();
    ApplicationHandler jersey =
        new ApplicationHandler(
            new ResourceConfig(Chunks.class)
                .register(TracingFeature.builder().tracer(tracer).build()));
    URI base = URI.create("http://localhost/");
    ContainerRequest request =
        new ContainerRequest(
            base,
            base.resolve("chunks"),
            "GET",
            nobody(),
            new MapPropertiesDelegate(),
            jersey.getConfiguration());
    Leaving client = new Leaving(flushes);
    request.setWriter(client);

    jersey.handle(request);

    assertThat(client.failures)
        .extracting(Throwable::getCause)
        .isEqualTo(IS_JERSEY_4_0 ? List.of() : List.of(GONE));
    assertThat(tracer.finishedSpans())
        .singleElement()
        .satisfies(
            span ->
                assertThat(span.tags())
                    .containsEntry("http.status_code", IS_JERSEY_4_0 ? 200 : status)
                    .containsEntry("error", true));
  }

  private static SecurityContext nobody() {
    return (SecurityContext)
        Proxy.newProxyInstance(
            SecurityContext.class.getClassLoader(),
            new Class<?>[] {SecurityContext.class},
            (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
  }

  /** A client that goes away after so many flushes. */
  private static final class Leaving implements ContainerResponseWriter {
    private final List<Throwable> failures = new ArrayList<>();
    private int flushes;

    Leaving(int flushes) {
      this.flushes = flushes;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse response) {
      return new OutputStream() {
        @Override
        public void write(int b) {}

        @Override
        public void flush() throws IOException {
          if (flushes-- <= 0) {
            throw GONE;
          }
        }
      };
    }

    @Override
    public boolean suspend(long timeOut, TimeUnit unit, TimeoutHandler handler) {
      return true;
    }

    @Override
    public void setSuspendTimeout(long timeOut, TimeUnit unit) {}

    @Override
    public void commit() {}

    @Override
    public void failure(Throwable error) {
      failures.add(error);
    }

    @Override
    public boolean enableResponseBuffering() {
      return false;
    }
  }

  @Path("chunks")
  @Traced
  public static class Chunks {
    @GET
    public ChunkedOutput<String> chunks() throws IOException {
      ChunkedOutput<String> chunks = new ChunkedOutput<>(String.class);
      chunks.write("one");
      chunks.write("two");
      return chunks;
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
