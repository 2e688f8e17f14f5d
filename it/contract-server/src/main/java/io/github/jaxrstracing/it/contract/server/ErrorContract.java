// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.ErrorResources.Failing;
import io.github.jaxrstracing.it.contract.server.ErrorResources.FailingFilters;
import io.github.jaxrstracing.it.contract.server.ErrorResources.FailingMapper;
import io.github.jaxrstracing.it.contract.server.ErrorResources.FailingReader;
import io.github.jaxrstracing.it.contract.server.ErrorResources.FailingWriter;
import io.github.jaxrstracing.it.contract.server.ErrorResources.MapperTo409;
import io.github.jaxrstracing.it.contract.server.ErrorResources.MapperTo503;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Status and error of a span, whoever throws whatever. */
public abstract class ErrorContract extends ServerContract {
  /** Called by JUnit. */
  protected ErrorContract() {}

  @BeforeEach
  void serveFailures() throws Exception {
    serve(
        new App()
            .with(
                Failing.class,
                FailingFilters.class,
                FailingReader.class,
                FailingWriter.class,
                FailingMapper.class,
                MapperTo409.class,
                MapperTo503.class)
            .with(tracing()));
  }

  @ParameterizedTest(name = "{0}: {1} with {2} in the log")
  @CsvSource({
    "unmapped,             500, java.lang.IllegalStateException, unmapped",
    "checked,              500, java.io.IOException,             checked",
    "error,                500, java.lang.AssertionError,        error",
    "mapped-to-503,        503, MappedTo503,                     mapped",
    "web-503,              503, ServiceUnavailableException,     503",
    "web-500,              500, InternalServerErrorException,    web",
    "future,               500, java.lang.IllegalStateException, future",
    "later,                500, java.lang.IllegalStateException, later",
    "request-filter,       500, java.lang.IllegalStateException, request-filter",
    "response-filter,      500, java.lang.IllegalStateException, response-filter",
    "reader,               500, java.lang.IllegalStateException, reader",
    "writer,               500, java.lang.IllegalStateException, writer",
    "entity,               500, java.lang.IllegalStateException, entity",
  })
  @Behaviour({"mapped", "unmapped", "body failure"})
  void logsTheExceptionOnceAndMarksTheSpan(String where, int status, String type, String message)
      throws Exception {
    HttpResponse<String> answer = send("POST", "failing/" + where, "body", "X-Fail", where);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(span.name()).startsWith("POST:/failing/");
    assertThat(span.status()).isEqualTo(String.valueOf(status));
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).singleElement().asString().contains(type, message);
    assertThat(span.logs().get(0)).doesNotContain("MappableException", "CompletionException");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"mapped-to-409, 409", "web-404, 404", "web-400, 400", "web-303, 303"})
  @Behaviour("mapped")
  void keepsTheSpanCleanWhenTheExceptionIsAnAnswerOfThe4xxOr3xx(String where, int status)
      throws Exception {
    HttpResponse<String> answer = send("POST", "failing/" + where, "body", "X-Fail", where);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(span.status()).isEqualTo(String.valueOf(status));
    assertThat(span.isError()).isFalse();
    assertThat(span.logs()).isEmpty();
  }

  @Test
  void marksA5xxThatIsReturnedAndLogsNothing() throws Exception {
    send("POST", "failing/returned-503", "body");

    FinishedSpan span = span();
    assertThat(span.status()).isEqualTo("503");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).isEmpty();
  }

  @Test
  void finishesWhenAnExceptionMapperItselfFails() throws Exception {
    HttpResponse<String> answer = send("POST", "failing/mapper", "body");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapped-to-409", "web-404", "unmapped", "echo"})
  @Behaviour("body failure")
  void tellsTheStatusThatIsSentWhenNoAnswerCanBeWritten(String where) throws Exception {
    HttpResponse<String> answer =
        send("POST", "failing/" + where, "body", "X-Fail", "every-writer");

    FinishedSpan span = span();
    assertThat(span.status()).isEqualTo(String.valueOf(answer.statusCode()));
    assertThat(span.isError()).isEqualTo(answer.statusCode() >= 500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mapped-to-409", "web-404", "unmapped", "echo"})
  void tellsTheStatusThatIsSentWhenEveryResponseFilterFails(String where) throws Exception {
    HttpResponse<String> answer =
        send("POST", "failing/" + where, "body", "X-Fail", "every-response-filter");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).hasSize(1);
  }

  @Test
  void leavesTheAnswerToAnApplicationsOwnMapper() throws Exception {
    String body = send("POST", "failing/mapped-to-409", "body").body();

    assertThat(body).isEqualTo("mapped by the application");
    span();
  }
}
