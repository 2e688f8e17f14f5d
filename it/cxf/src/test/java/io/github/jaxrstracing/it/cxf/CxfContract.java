// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.cxf.CxfResources.Asking;
import io.github.jaxrstracing.it.cxf.CxfResources.Breaking;
import io.github.jaxrstracing.it.cxf.CxfResources.FailingEvents;
import io.github.jaxrstracing.it.cxf.CxfResources.FailingFilter;
import io.github.jaxrstracing.it.cxf.CxfResources.MapperTo409;
import io.github.jaxrstracing.it.cxf.CxfResources.MapperTo503;
import io.github.jaxrstracing.it.cxf.CxfResources.Misspelt;
import io.github.jaxrstracing.it.cxf.CxfResources.OnExecutor;
import io.github.jaxrstracing.it.cxf.CxfResources.Way;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import jakarta.ws.rs.core.Feature;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only CXF does to a request. */
abstract class CxfContract extends ServerContract {
  @Test
  void leavesNoSpanOnTheThreadOfARequestThatIsAnsweredBeforeItsMethod() throws Exception {
    Asking asking = new Asking(tracer());
    serve(new App().with(asking, tracing()));

    HttpResponse<String> answer = get("asking", "OnewayRequest", "true");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(span.name()).isEqualTo("GET:/asking");
    assertThat(span.status()).isEqualTo("202");
    assertThat(asking.active()).isEqualTo(span.spanId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"asking", "asking/later"})
  void isActiveInAMethodThatTheExecutorOfItsServiceCalls(String path) throws Exception {
    Asking asking = new Asking(tracer());
    serve(new App().with(asking, new OnExecutor(elsewhere()), tracingAll()));

    HttpResponse<String> answer = get(path);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(asking.thread()).isEqualTo("elsewhere");
    assertThat(asking.active()).isEqualTo(span.spanId());
    assertThat(span.status()).isEqualTo("200");
  }

  @Test
  void logsWhatAMethodThrowsThatTheExecutorOfItsServiceCalls() throws Exception {
    serve(new App().with(new Asking(tracer()), new OnExecutor(elsewhere()), tracingAll()));

    HttpResponse<String> answer = get("asking/failing");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(span.status()).isEqualTo("503");
    assertThat(span.logs()).singleElement().asString().contains("ServiceUnavailableException");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "way/sub/leaf,       GET:/way/sub/leaf,           200",
    "way/sub/7/deep,     GET:/way/sub/{id}/deep,      200",
    "way/sub/7/a/b,      GET:/way/sub/{id}/a/{b},     200",
    "way/sub/nowhere,    GET,                         404",
    "way/null/leaf,      GET,                         404",
    "way/failing/leaf,   GET,                         500",
    "way/missing/leaf,   GET,                         404",
  })
  void namesTheWholeWayThroughLocators(String path, String name, int status) throws Exception {
    serve(new App().with(new Way(), tracingAll()));

    HttpResponse<String> answer = get(path);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(span.name()).isEqualTo(name);
    assertThat(span.status()).isEqualTo(String.valueOf(status));
    assertThat(span.isError()).isEqualTo(status == 500);
    assertThat(span.logs()).hasSize(status == 500 ? 1 : 0);
  }

  @Test
  void keepsTheSpanCleanWhenAMapperAnswersInPlaceOfABodyThatFailed() throws Exception {
    serve(new App().with(Breaking.class, MapperTo409.class).with(tracing()));

    HttpResponse<String> answer = get("breaking/at-once");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(span.status()).isEqualTo("409");
    assertThat(span.isError()).isFalse();
    assertThat(span.logs()).isEmpty();
  }

  // CXF keeps it nowhere.
  @Test
  void doesNotLogWhatAResponseFilterThrewWhenAMapperAnswers() throws Exception {
    serve(new App().with(Breaking.class, FailingFilter.class, MapperTo503.class).with(tracing()));

    HttpResponse<String> answer = get("breaking/well");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(span.status()).isEqualTo("503");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void logsOnceThatABodyBrokeOffWhichCxfSendsAsIfAllWereWell(boolean isMapped) throws Exception {
    App app = new App().with(Breaking.class).with(tracing());
    serve(isMapped ? app.with(MapperTo409.class) : app);

    HttpResponse<String> answer = get("breaking/later");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(span.status()).isEqualTo("200");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).singleElement().asString().contains("IllegalStateException", "broken");
  }

  @Test
  void logsAnExceptionThatCxfAnswersWithAFault() throws Exception {
    serve(
        new App()
            .with(Breaking.class)
            .with(tracing())
            .property("org.apache.cxf.propagate.exception", "false"));

    HttpResponse<String> answer = get("breaking/unmapped");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("XMLFault");
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.logs()).singleElement().asString().contains("unmapped");
  }

  @Test
  void tellsTheStatusOfAMethodForEventsThatFails() throws Exception {
    serve(new App().with(FailingEvents.class).with(tracing()));

    HttpResponse<String> answer = get("failing-events");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.logs()).singleElement().asString().contains("no events");
  }

  @Test
  void callsDecoratorsOnceWhenFeaturesThatDoNotSeeEachOtherRegisterTracing() throws Exception {
    List<String> calls = new ArrayList<>();
    Feature registeringTwice =
        context -> {
          for (String feature : List.of("first", "second")) {
            new CountingFeature(tracingBuilder().traceAll(), calls, feature).configure(context);
          }
          return true;
        };
    Feature registeringAgain =
        new CountingFeature(tracingBuilder().traceAll(), calls, "third")::configure;
    serve(new App().with(new Asking(tracer())).with(registeringTwice, registeringAgain));

    get("asking");

    span();
    assertThat(calls).hasSize(2).allMatch(call -> call.startsWith(calls.get(0).split(" ")[0]));
  }

  @Test
  void stopsTheDeploymentWhenAnAnnotationNamesAnUnknownRequestTag() {
    assertThatThrownBy(() -> serve(new App().with(Misspelt.class).with(tracing())))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("query_sting");
  }
}
