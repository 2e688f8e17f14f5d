// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.MatchingResources.AbortingAuthentication;
import io.github.jaxrstracing.it.contract.server.MatchingResources.AbortingBeforeMatching;
import io.github.jaxrstracing.it.contract.server.MatchingResources.AbortingLast;
import io.github.jaxrstracing.it.contract.server.MatchingResources.Items;
import io.github.jaxrstracing.it.contract.server.MatchingResources.SlowBeforeMatching;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code traceAll()}: requests that match nothing, or never come as far as their resource. */
public abstract class MatchingContract extends ServerContract {
  private final SlowBeforeMatching slow = new SlowBeforeMatching();

  /** Called by JUnit. */
  protected MatchingContract() {}

  @BeforeEach
  void serveItems() throws Exception {
    serve(
        new App()
            .with(
                Items.class,
                AbortingBeforeMatching.class,
                AbortingAuthentication.class,
                AbortingLast.class)
            .with(slow, tracingBuilder().traceAll().skip("/health|/metrics.*").build()));
  }

  @ParameterizedTest(name = "{0} {1} with {2} {3}: {4} becomes one span named {5}")
  @CsvSource({
    "GET,    items/7,         Accept, */*,              200, GET:/items/{id}",
    "GET,    nowhere,         Accept, */*,              404, GET",
    "GET,    items/7/nowhere, Accept, */*,              404, GET",
    "DELETE, items/7,         Accept, */*,              405, DELETE",
    "GET,    items/7,         Accept, image/png,        406, GET",
    "POST,   items,           Content-Type, image/png,  415, POST",
    "GET,    items/count/x,   Accept, */*,              404, GET:/items/count/{n}",
    "GET,    items/limit?n=x, Accept, */*,              404, GET:/items/limit",
    "HEAD,   items/7,         Accept, */*,              200, HEAD:/items/{id}",
    "BREW,   items/7,         Accept, */*,              405, HTTP",
  })
  @Behaviour({"sync", "404/405"})
  void tracesWhateverIsAnswered(
      String method, String path, String header, String value, String status, String name)
      throws Exception {
    HttpResponse<String> answer = send(method, path, "", header, value);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(status));
    assertThat(span.name()).isEqualTo(name);
    assertThat(span.status()).isEqualTo(status);
    assertThat(span.kind()).isEqualTo("server");
    assertThat(span.isError()).isFalse();
    assertThat(span.logs()).isEmpty();
  }

  @Test
  void tracesTheOptionsThatAreAnsweredForAResource() throws Exception {
    HttpResponse<String> answer = send("OPTIONS", "items/7", "");

    FinishedSpan span = span();
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
    assertThat(span.name()).startsWith("OPTIONS").doesNotContain("7");
    assertThat(span.status()).isEqualTo("200");
  }

  @Test
  @Behaviour("aborted")
  void tracesWhatIsAbortedBeforeMatching() throws Exception {
    HttpResponse<String> answer = get("items/7", "X-Abort", "before-matching");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(span.name()).isEqualTo("GET");
    assertThat(span.status()).isEqualTo("429");
    assertThat(span.isError()).isFalse();
  }

  @Test
  void tracesWhatAFilterBeforeMatchingFails() throws Exception {
    HttpResponse<String> answer = get("items/7", "X-Abort", "fail-before-matching");

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(span.status()).isEqualTo("500");
    assertThat(span.isError()).isTrue();
    assertThat(span.logs()).singleElement().asString().contains("failed before matching");
  }

  @ParameterizedTest(name = "a filter that aborts at the {0} of the request filters")
  @CsvSource({"authentication, 401", "last, 403"})
  @Behaviour("aborted")
  void tracesWhatAFilterAborts(String where, String status) throws Exception {
    HttpResponse<String> answer = get("items/7", "X-Abort", where);

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(status));
    assertThat(span.name()).isEqualTo("GET:/items/{id}");
    assertThat(span.status()).isEqualTo(status);
    assertThat(span.isError()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"health", "metrics/jvm", "metrics"})
  void skipsByPath(String path) throws Exception {
    get(path);

    assertThat(started()).isZero();
  }

  @ParameterizedTest(name = "/{0}")
  @CsvSource({"health/deep", "unhealthy/health"})
  void skipsOnlyWholePaths(String path) throws Exception {
    get(path);

    assertThat(span().status()).isEqualTo("404");
  }

  @Test
  @Behaviour("time before matching")
  void beginsTheSpanWhenTheRequestArrivesAndNotWhenItIsMatched() throws Exception {
    long sent = nowMicros();

    get("items/7", "X-Slow", "20000");

    FinishedSpan span = span();
    assertThat(span.startMicros()).isBetween(sent, slow.arrivedMicros());
    assertThat(span.endMicros() - span.startMicros()).isGreaterThanOrEqualTo(20_000);
  }

  @Test
  @Behaviour({"404/405", "time before matching"})
  void countsTheTimeBeforeMatchingAlsoWhereNothingMatches() throws Exception {
    get("nowhere", "X-Slow", "20000");

    FinishedSpan span = span();
    assertThat(span.startMicros()).isLessThanOrEqualTo(slow.arrivedMicros());
    assertThat(span.endMicros() - span.startMicros()).isGreaterThanOrEqualTo(20_000);
  }
}
