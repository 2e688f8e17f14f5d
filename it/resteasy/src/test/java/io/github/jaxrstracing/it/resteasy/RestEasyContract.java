// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.resteasy.RestEasyResources.Answering;
import io.github.jaxrstracing.it.resteasy.RestEasyResources.FailingMapper;
import io.github.jaxrstracing.it.resteasy.RestEasyResources.Noting;
import io.github.jaxrstracing.it.resteasy.RestEasyResources.Root;
import io.github.jaxrstracing.it.resteasy.RestEasyResources.SuspendingAfterMatching;
import io.github.jaxrstracing.it.resteasy.RestEasyResources.SuspendingBeforeMatching;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only RESTEasy can do to a request. */
abstract class RestEasyContract extends ServerContract {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "root/one/leaf/7,          GET:/root/one/leaf/{id},             200",
    "root/two/leaf/7,          GET:/root/{which}/leaf/{id},         200",
    "root/one/again/deep,      GET:/root/one/again/deep,            200",
    "root/class/leaf/7,        GET:/root/class/leaf/{id},           200",
    "root/one/leaf/seven,      GET,                                 404",
    "root/nothing/leaf/7,      GET,                                 404",
  })
  void namesTheLocatorsThatLedToAMethod(String path, String name, String status) throws Exception {
    serve(new App().with(Root.class).with(tracingAll()));

    get(path);
    get(path);

    assertThat(spans(2)).extracting(FinishedSpan::name).containsOnly(name);
    assertThat(spans(2)).extracting(FinishedSpan::status).containsOnly(status);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "resumed-before-matching,  200",
    "aborted-before-matching,  401",
    "failed-before-matching,   500",
    "resumed-after-matching,   200",
    "aborted-after-matching,   401",
    "failed-after-matching,    500",
  })
  void endsOnceWhenAFilterSuspendsTheRequest(String how, int status) throws Exception {
    serve(
        new App()
            .with(new SuspendingBeforeMatching(elsewhere()))
            .with(new SuspendingAfterMatching(elsewhere()))
            .with(new Answering(elsewhere()), tracingAll()));

    HttpResponse<String> answer = get("answering", "X-How", how);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(span.status()).isEqualTo(String.valueOf(status));
    assertThat(span.logs()).hasSize(status == 500 ? 1 : 0);
  }

  @Test
  void isActiveWhereAStageIsWritten() throws Exception {
    Map<String, String> seen = new ConcurrentHashMap<>();
    serve(new App().with(new Noting(tracer(), seen)).with(new Answering(elsewhere()), tracing()));

    get("answering/stage");

    String id = span().spanId();
    assertThat(seen).containsOnly(Map.entry("response filter", id), Map.entry("writer", id));
  }

  @ParameterizedTest
  @CsvSource({"stage", "later"})
  void endsWithTheStatusOfTheContainerWhenAMapperFailsOnAnotherThread(String how) throws Exception {
    serve(new App().with(FailingMapper.class).with(new Answering(elsewhere()), tracing()));

    int status = get("answering/unmappable-" + how).statusCode();

    FinishedSpan span = span();
    assertThat(status).isEqualTo(500);
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).hasSize(1);
  }

  // What the client gets is the application's own fault: RESTEasy may answer with the exception.
  @Test
  void endsWhenACallbackOfTheApplicationThrows() throws Exception {
    serve(new App().with(new Answering(elsewhere()), tracing()));

    get("answering/failing-callback");

    assertThat(span().status()).isEqualTo("200");
  }
}
