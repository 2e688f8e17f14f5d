// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RawRequest;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.jersey.JerseyResources.Asking;
import io.github.jaxrstracing.it.jersey.JerseyResources.Chunks;
import io.github.jaxrstracing.it.jersey.JerseyResources.FailingWriter;
import io.github.jaxrstracing.it.jersey.JerseyResources.Managed;
import io.github.jaxrstracing.it.jersey.JerseyResources.MapperOfResponseErrors;
import io.github.jaxrstracing.it.jersey.JerseyResources.Overtaken;
import io.github.jaxrstracing.it.jersey.JerseyResources.Throwing;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import jakarta.ws.rs.core.Configuration;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only Jersey can do to a request. */
abstract class JerseyContract extends ServerContract {
  @ParameterizedTest(name = "managed/{0}: {1}")
  @CsvSource({"resumed, 200", "later, 200", "failing, 500"})
  void isActiveInAManagedAsynchronousMethodOnItsOwnThread(String path, int status)
      throws Exception {
    Managed managed = new Managed(tracer(), elsewhere());
    serve(new App().with(managed, tracing()));

    HttpResponse<String> answer = get("managed/" + path);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(span.status()).isEqualTo(String.valueOf(status));
    assertThat(span.isError()).isEqualTo(status == 500);
    assertThat(span.logs()).hasSize(status == 500 ? 1 : 0);
    assertThat(managed.active()).isEqualTo(span.spanId());
    assertThat(managed.thread()).startsWith("jersey-server-managed-async-executor");
  }

  // Jersey itself fails some of these requests, traced or not: the stage may be done before the
  // request is suspended.
  @Test
  void tellsTheStatusOfEachStageThatAManagedMethodReturns() throws Exception {
    serve(new App().with(new Managed(tracer(), elsewhere()), tracing()));
    List<String> answers = new ArrayList<>();

    for (int i = 0; i < 20; i++) {
      answers.add(String.valueOf(get("managed/stage").statusCode()));
      spans(i + 1);
    }

    assertThat(spans(20)).extracting(FinishedSpan::status).isEqualTo(answers);
  }

  @Test
  void endsChunksWhenTheyEnd() throws Exception {
    Chunks chunks = new Chunks();
    serve(new App().with(chunks, tracing()));

    CompletableFuture<HttpResponse<String>> answer = getLater("chunks");
    ChunkedOutput<String> output = chunks.awaitOutput();
    output.write("one");
    assertThat(finished()).isZero();
    long beforeClose = nowMicros();
    output.write("two");
    output.close();

    FinishedSpan span = span();
    assertThat(answer.join().body()).isEqualTo("onetwo");
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.isError()).isFalse();
    assertThat(span.endMicros()).isGreaterThanOrEqualTo(beforeClose);
  }

  @Test
  void endsChunksThatWereWrittenBeforeTheMethodReturned() throws Exception {
    serve(new App().with(new Chunks(), tracing()));

    String body = get("chunks/at-once").body();

    assertThat(body).isEqualTo("onetwo");
    assertThat(span().isError()).isFalse();
  }

  @Test
  void logsOnceThatTheClientOfChunksWentAway() throws Exception {
    Chunks chunks = new Chunks();
    serve(new App().with(chunks, tracing()));

    ChunkedOutput<String> output;
    try (RawRequest client = RawRequest.get(uri("chunks"))) {
      output = chunks.awaitOutput();
      output.write("one");
      client.awaitBody();
    }
    awaitSoon().until(() -> !writes(output));

    FinishedSpan span = span();
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).singleElement().asString().contains("Exception");
  }

  private static boolean writes(ChunkedOutput<String> output) {
    try {
      output.write("more");
      return true;
    } catch (IOException clientIsGone) {
      return false;
    }
  }

  @ParameterizedTest(name = "setStatusOverSendError={0}")
  @ValueSource(booleans = {true, false})
  void tellsTheStatusThatTheContainerSendsForAnUnmappedException(boolean setStatus)
      throws Exception {
    serve(
        new App()
            .with(Throwing.class)
            .with(tracing())
            .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, setStatus));

    int status = get("throwing").statusCode();

    FinishedSpan span = span();
    assertThat(status).isEqualTo(500);
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).singleElement().asString().contains("thrown");
  }

  @Test
  void tellsTheStatusThatTheContainerSendsWhenABodyFailsAfter200() throws Exception {
    serve(
        new App()
            .with(Throwing.class)
            .with(FailingWriter.class)
            .with(tracing())
            .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true));

    int status = get("throwing/writer").statusCode();

    FinishedSpan span = span();
    assertThat(status).isEqualTo(500);
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).hasSize(1);
  }

  // Jersey lets both write, traced or not.
  @Test
  void tellsTheResponseThatWasSentWhileAnotherOneWasWritten() throws Exception {
    Overtaken overtaken = new Overtaken(elsewhere());
    serve(new App().with(overtaken, tracing()));

    int status = get("overtaken").statusCode();
    overtaken.answered();

    FinishedSpan span = span();
    assertThat(status).isEqualTo(409);
    assertThat(span.status()).isEqualTo("409");
    assertThat(span.isError()).isFalse();
  }

  @Test
  void finishesOnceWhenAResponseErrorIsMapped() throws Exception {
    serve(
        new App()
            .with(Throwing.class, FailingWriter.class, MapperOfResponseErrors.class)
            .with(tracing())
            .property(ServerProperties.PROCESSING_RESPONSE_ERRORS_ENABLED, true));

    HttpResponse<String> answer = get("throwing/writer");

    FinishedSpan span = span();
    assertThat(span.status()).isEqualTo(String.valueOf(answer.statusCode()));
    assertThat(span.isError()).isEqualTo(answer.statusCode() >= 500);
  }

  @Test
  void isGivenForTheContextThatAResourceInjects() throws Exception {
    serve(new App().with(Asking.class).with(tracing()));

    String given = get("asking").body();

    assertThat(given).isEqualTo(span().spanId());
  }

  @Test
  void tracesAResourceThatIsBuiltByHand() throws Exception {
    Resource.Builder built = Resource.builder("built/{id}");
    built.addMethod("GET").handledBy(request -> "by hand");
    serve(new App().with(new Registering(built.build()), tracingAll()));

    HttpResponse<String> answer = get("built/7");

    FinishedSpan span = span();
    assertThat(answer.body()).isEqualTo("by hand");
    assertThat(span.name()).isEqualTo("GET:/built/{id}");
    assertThat(span.status()).isEqualTo("200");
  }

  /** Registers a resource that no class declares. */
  private record Registering(Resource resource) implements ModelProcessor {
    @Override
    public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
      return new ResourceModel.Builder(model, false).addResource(resource).build();
    }

    @Override
    public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
      return model;
    }
  }
}
