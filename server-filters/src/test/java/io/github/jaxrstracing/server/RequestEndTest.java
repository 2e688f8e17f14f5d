// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.HttpResponse;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.TagSink;
import io.opentracing.mock.MockSpan;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.glassfish.jersey.server.ChunkedOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends that are hard to see. */
class RequestEndTest {
  @ParameterizedTest
  @ValueSource(strings = {"/streams/chunks", "/streams/events"})
  void tellsTheExceptionOfTheWriterOfAChunk(String path) {
    try (TestServer server =
        new TestServer(TracingFeature.builder(), Streams.class, BrokenWriter.class)) {
      int sent = server.get(path).statusCode();

      MockSpan span = server.span();
      assertThat(span.tags()).containsEntry("http.status_code", sent).containsEntry("error", true);
      assertThat(span.logEntries())
          .singleElement()
          .satisfies(log -> assertThat(log.fields().get("error.object")).isSameAs(Broken.BUG));
      assertThat(span.generatedErrors()).isEmpty();
    }
  }

  @Test
  void finishesTheSpanWhenAVocabularyThrowsWhatTheJvmMustSee() {
    HttpTags fatal =
        new HttpTags() {
          @Override
          public void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {
            throw new OutOfMemoryError("for this test");
          }
        };
    try (TestServer server = new TestServer(TracingFeature.builder().tags(fatal), Streams.class)) {
      catchThrowable(() -> server.get("/streams"));

      assertThat(server.span().operationName()).isEqualTo("GET:/api/streams");
    }
  }

  /** What its writer cannot write. */
  public static final class Broken {
    static final RuntimeException BUG = new IllegalStateException("a bug of the writer");
  }

  /** Writes half of what it should. */
  @Produces("*/*")
  public static class BrokenWriter implements MessageBodyWriter<Broken> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] all, MediaType media) {
      return type == Broken.class;
    }

    @Override
    public void writeTo(
        Broken broken,
        Class<?> type,
        Type generic,
        Annotation[] all,
        MediaType media,
        MultivaluedMap<String, Object> headers,
        OutputStream out)
        throws IOException, WebApplicationException {
      out.write('h');
      throw Broken.BUG;
    }
  }

  @Path("streams")
  @Traced
  public static class Streams {
    @GET
    public String get() {
      return "all";
    }

    @GET
    @Path("chunks")
    public ChunkedOutput<Broken> chunks() {
      ChunkedOutput<Broken> chunks = new ChunkedOutput<>(Broken.class);
      new Thread(() -> catchThrowable(() -> chunks.write(new Broken()))).start();
      return chunks;
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
      new Thread(
              () -> {
                sink.send(sse.newEvent("one"));
                sink.send(
                    sse.newEventBuilder()
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(new Broken())
                        .build());
              })
          .start();
    }
  }
}
