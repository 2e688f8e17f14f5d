// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.HttpResponse;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.TagSink;
import io.github.jaxrstracing.it.contract.server.GuardResources.Answering;
import io.github.jaxrstracing.it.contract.server.GuardResources.FailingDecorator;
import io.github.jaxrstracing.it.testkit.FaultyTracer;
import io.github.jaxrstracing.it.testkit.FaultyTracer.Fault;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.server.TracingFeature;
import io.github.jaxrstracing.server.TracingFeatureBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails in tracing, the client gets what it would get untraced. */
public abstract class GuardContract extends ServerContract {
  private static final List<String> METHODS =
      List.of(
          "Tracer.activeSpan",
          "Tracer.extract",
          "Tracer.buildSpan",
          "Tracer.activateSpan",
          "SpanBuilder.ignoreActiveSpan",
          "SpanBuilder.withStartTimestamp",
          "SpanBuilder.addReference",
          "SpanBuilder.withTag",
          "SpanBuilder.start",
          "Span.context",
          "Span.setTag",
          "Span.log",
          "Span.finish",
          "SpanContext.toTraceId",
          "Scope.close");

  /** Called by JUnit. */
  protected GuardContract() {}

  static Stream<Arguments> faults() {
    return FaultyTracer.everyFaultOf(METHODS);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void answersAsUntracedWhateverTheTracerDoes(String method, Fault fault) throws Exception {
    serve(new App().with(new Answering(elsewhere())));
    List<String> untraced = answers();
    TracingFeatureBuilder feature =
        TracingFeature.builder()
            .tracer(new FaultyTracer(tracer(), method, fault).tracer())
            .traceAll()
            .joinActiveSpan()
            .traceIdHeader("X-Trace-Id");
    serve(new App().with(new Answering(elsewhere()), feature.build()));

    List<String> first = answers();
    List<String> second = answers();

    assertThat(first).isEqualTo(untraced);
    assertThat(second).isEqualTo(untraced);
    assertThat(awaitWarnings(fault == Fault.RETURNS_NULL && !isNeeded(method) ? 0 : 1))
        .as("one for the cause, none for the request")
        .hasSizeLessThanOrEqualTo(1);
  }

  /** Where null is no answer that the library can do something with. */
  private static boolean isNeeded(String method) {
    return method.equals("Span.context");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onRequest", "onResponse", "onError"})
  void answersAsUntracedWhenADecoratorThrows(String method) throws Exception {
    serve(new App().with(new Answering(elsewhere())));
    List<String> untraced = answers();
    serveTraced(builder -> builder.decorator(new FailingDecorator(method)));

    List<String> first = answers();
    List<String> second = answers();

    assertThat(spans(2 * untraced.size())).isNotEmpty();
    assertThat(first).isEqualTo(untraced);
    assertThat(second).isEqualTo(untraced);
    assertThat(takeWarnings()).singleElement().asString().contains("ServerSpanDecorator." + method);
  }

  @Test
  void callsTheNextDecoratorWhenOneThrows() throws Exception {
    List<String> names = new ArrayList<>();
    serveTraced(
        builder ->
            builder
                .decorator(new FailingDecorator("onRequest"))
                .onStart((span, request) -> names.add(request.getMethod())));

    send("POST", "answering/echo", "body");

    assertThat(names).containsExactly("POST");
    assertThat(span().status()).isEqualTo("200");
    assertThat(takeWarnings()).hasSize(1);
  }

  @Test
  void namesTheSpanAfterTheMethodWhenTheOperationNameThrows() throws Exception {
    serveTraced(
        builder ->
            builder.operationName(
                request -> {
                  throw new IllegalStateException("no name");
                }));

    String first = send("POST", "answering/echo", "body").body();
    String second = send("POST", "answering/echo", "body").body();

    assertThat(List.of(first, second)).containsOnly("body");
    assertThat(spans(2)).extracting(FinishedSpan::name).containsOnly("POST");
    assertThat(takeWarnings()).singleElement().asString().contains("no name");
  }

  @Test
  void namesTheSpanAfterTheMethodWhenTheOperationNameIsNull() throws Exception {
    serveTraced(builder -> builder.operationName(request -> null));

    String answer = send("POST", "answering/echo", "body").body();

    assertThat(answer).isEqualTo("body");
    assertThat(span().name()).isEqualTo("POST");
  }

  @Test
  void finishesTheSpanWhenATagVocabularyThrows() throws Exception {
    serveTraced(builder -> builder.tags(new FailingTags(), HttpTags.OPENTRACING));

    String answer = send("POST", "answering/echo", "body").body();

    FinishedSpan span = span();
    assertThat(answer).isEqualTo("body");
    assertThat(span.status()).isEqualTo("200");
    assertThat(takeWarnings()).hasSize(2);
  }

  @Test
  void finishesTheSpanWhenTheUrlSanitizerThrows() throws Exception {
    serveTraced(
        builder ->
            builder.urlSanitizer(
                url -> {
                  throw new IllegalStateException("no URL");
                }));

    String answer = send("POST", "answering/echo", "body").body();

    FinishedSpan span = span();
    assertThat(answer).isEqualTo("body");
    assertThat(span.tags()).doesNotContainKey("http.url");
    assertThat(takeWarnings()).hasSize(1);
  }

  @Test
  void beginsANewTraceWhenTheTrustPredicateThrows() throws Exception {
    RemoteParent caller = remoteParent(Map.of());
    serveTraced(
        builder ->
            builder.trustRemoteContext(
                request -> {
                  throw new IllegalStateException("no trust");
                }));

    int status =
        send(
                "POST",
                "answering/echo",
                "body",
                caller.flat(UnaryOperator.identity(), UnaryOperator.identity()))
            .statusCode();

    span();
    assertThat(status).isEqualTo(200);
    assertThat(takeWarnings()).singleElement().asString().contains("no trust");
  }

  @Test
  void answersUntracedWhenTheTracerCannotBeLookedUp() throws Exception {
    TracingFeature feature =
        TracingFeature.builder()
            .tracer(
                () -> {
                  throw new IllegalStateException("no tracer");
                })
            .traceAll()
            .build();
    serve(new App().with(new Answering(elsewhere()), feature));

    List<String> first = answers();
    List<String> second = answers();

    assertThat(first).isEqualTo(second).contains("200 body");
    assertThat(started()).isZero();
    assertThat(takeWarnings()).singleElement().asString().contains("no tracer");
  }

  private void serveTraced(UnaryOperator<TracingFeatureBuilder> configured) throws Exception {
    serve(
        new App()
            .with(
                new Answering(elsewhere()), configured.apply(tracingBuilder().traceAll()).build()));
  }

  private List<String> answers() throws Exception {
    RemoteParent caller = remoteParent(Map.of());
    String[] headers = caller.flat(UnaryOperator.identity(), UnaryOperator.identity());
    List<String> answers = new ArrayList<>();
    for (String path : List.of("echo", "later", "stream", "failing", "missing")) {
      java.net.http.HttpResponse<String> answer =
          send("POST", "answering/" + path, "body", headers);
      // The error page of a container names objects that are not the same in another server.
      answers.add(
          answer.statusCode() + (answer.statusCode() < 400 ? " " + answer.body() : " a page"));
    }
    return answers;
  }

  private static final class FailingTags implements HttpTags {
    @Override
    public void onRequest(HttpRequest request, TagSink tags) {
      throw new IllegalStateException("onRequest");
    }

    @Override
    public void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {
      throw new IllegalStateException("onResponse");
    }
  }
}
