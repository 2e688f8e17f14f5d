// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.BodyResources.Bodies;
import io.github.jaxrstracing.it.contract.server.BodyResources.Events;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The span ends when the body does, however that comes. */
public abstract class BodyContract extends ServerContract {
  /** Called by JUnit. */
  protected BodyContract() {}

  @Test
  @Behaviour("streaming")
  void includesTheWritingOfAStream() throws Exception {
    Bodies bodies = new Bodies();
    serve(new App().with(bodies, tracing()));

    HttpResponse<String> answer = get("bodies/stream");

    FinishedSpan span = span();
    assertThat(answer.body()).hasSize(3 * Bodies.BLOCK);
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.endMicros()).isGreaterThanOrEqualTo(bodies.lastWriteMicros());
  }

  @Test
  @Behaviour("streaming")
  void finishesALargeEntityBothWays() throws Exception {
    serve(new App().with(new Bodies(), tracing()));

    HttpResponse<String> answer = send("POST", "bodies/echo", "x".repeat(4_000_000));

    FinishedSpan span = span();
    assertThat(answer.body()).hasSize(4_000_000);
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.isError()).isFalse();
  }

  @Test
  void finishesAnAnswerWithoutBody() throws Exception {
    serve(new App().with(new Bodies(), tracing()));

    HttpResponse<String> answer = get("bodies/nothing");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(span().status()).isEqualTo("204");
  }

  @Test
  @Behaviour("disconnect")
  void logsOnceThatTheClientWentAwayInTheMiddleOfABody() throws Exception {
    Bodies bodies = new Bodies();
    serve(new App().with(bodies, tracing()));

    try (RawRequest client = RawRequest.get(uri("bodies/endless"))) {
      client.awaitBody();
    }

    FinishedSpan span = span();
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).singleElement().asString().contains("Exception");
    assertThat(bodies.lastWriteMicros()).isPositive();
  }

  @Test
  @Behaviour("SSE")
  void endsServerSentEventsWhenTheirSinkIsClosed() throws Exception {
    Events events = new Events();
    serve(new App().with(events, tracing()));

    CompletableFuture<HttpResponse<String>> answer = getLater("events");
    events.awaitSinks(1);
    elsewhere().submit(() -> sendOne(events)).get();
    awaitSoon().until(() -> openScopes().isEmpty());
    assertThat(started()).isEqualTo(1);
    assertThat(finished()).isZero();
    long beforeClose = nowMicros();
    elsewhere().submit(events::close).get();

    FinishedSpan span = span();
    assertThat(answer.join().body()).contains("data: one");
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.isError()).isFalse();
    assertThat(span.endMicros()).isGreaterThanOrEqualTo(beforeClose);
  }

  @Test
  @Behaviour("SSE")
  void endsServerSentEventsOfOneMethodCall() throws Exception {
    serve(new App().with(new Events(), tracing()));

    HttpResponse<String> answer = get("events/at-once");

    FinishedSpan span = span();
    assertThat(answer.body()).contains("data: one", "data: two");
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.isError()).isFalse();
  }

  @Test
  @Behaviour("SSE")
  void endsEachStreamOfABroadcast() throws Exception {
    Events events = new Events();
    serve(new App().with(events, tracing()));

    CompletableFuture<HttpResponse<String>> first = getLater("events/broadcast");
    CompletableFuture<HttpResponse<String>> second = getLater("events/broadcast");
    events.awaitSinks(2);
    elsewhere().submit(() -> events.broadcast("to all")).get();
    assertThat(finished()).isZero();
    elsewhere().submit(events::closeBroadcaster).get();

    assertThat(first.join().body()).contains("data: to all");
    assertThat(second.join().body()).contains("data: to all");
    assertThat(spans(2)).extracting(FinishedSpan::isError).containsOnly(false);
  }

  @Test
  @Behaviour({"SSE", "disconnect"})
  void logsOnceThatTheClientOfServerSentEventsWentAway() throws Exception {
    Events events = new Events();
    serve(new App().with(events, tracing()));

    try (RawRequest client = RawRequest.get(uri("events"))) {
      events.awaitSinks(1);
      elsewhere().submit(() -> sendOne(events)).get();
      client.awaitBody();
    }
    awaitSoon().until(() -> !elsewhere().submit(() -> events.beginToSend("more")).get());

    FinishedSpan span = span();
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).singleElement().asString().contains("Exception");
    assertThat(events.failure()).isNotNull();
  }

  private static boolean sendOne(Events events) throws Exception {
    events.send("one");
    return true;
  }
}
