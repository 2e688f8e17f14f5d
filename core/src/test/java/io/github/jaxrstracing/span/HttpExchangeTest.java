// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static io.github.jaxrstracing.HttpTags.OPENTELEMETRY;
import static io.github.jaxrstracing.HttpTags.OPENTRACING;
import static io.github.jaxrstracing.HttpTags.ZIPKIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.HttpResponse;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.it.testkit.Warnings;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpExchangeTest {
  @Test
  void namesAClientSpanHttpInOpenTelemetryWhenItsMethodIsUnknown() {
    TestExchange exchange = TestExchange.named(OperationName.httpMethod(), OPENTELEMETRY, ZIPKIN);
    exchange.kind = "client";
    exchange.method = "FROB";

    assertThat(exchange.finished().operationName()).isEqualTo("HTTP");
  }

  @Test
  void namesAClientSpanByItsUnknownMethodInOtherVocabularies() {
    TestExchange exchange = TestExchange.named(OperationName.httpMethod(), ZIPKIN, OPENTELEMETRY);
    exchange.kind = "client";
    exchange.method = "FROB";

    assertThat(exchange.finished().operationName()).isEqualTo("FROB");
  }

  @Test
  void namesByMethodWithoutRoute() {
    TestExchange exchange = TestExchange.named(OperationName.httpMethod(), OPENTRACING);
    exchange.route = "/orders";

    assertThat(exchange.finished().operationName()).isEqualTo("GET");
  }

  @Test
  void renamesARequestThatMatchedNothingAtItsEnd() {
    TestExchange exchange = TestExchange.speaking(ZIPKIN);
    exchange.status = 404;

    assertThat(exchange.finished().operationName()).isEqualTo("GET not_found");
  }

  @Test
  void keepsTheNameOfARequestThatMatched() {
    TestExchange exchange = TestExchange.speaking(ZIPKIN);
    exchange.route = "/orders";
    exchange.status = 404;

    assertThat(exchange.finished().operationName()).isEqualTo("GET /orders");
  }

  @Test
  void keepsTheNameOfACall() {
    TestExchange exchange = TestExchange.speaking(ZIPKIN);
    exchange.kind = "client";
    exchange.status = 404;

    assertThat(exchange.finished().operationName()).isEqualTo("GET");
  }

  @Test
  void keepsANameThatTheVocabularyDidNotGive() {
    TestExchange byMethod = TestExchange.named(OperationName.httpMethod(), ZIPKIN);
    byMethod.status = 404;
    assertThat(byMethod.finished().operationName()).isEqualTo("GET");

    TestExchange byItself = TestExchange.speaking(ZIPKIN);
    byItself.ownName = "mine";
    byItself.status = 404;
    assertThat(byItself.finished().operationName()).isEqualTo("mine");
  }

  @Test
  void keepsTheNameWhenTheVocabularyFailsOrSaysNothing() {
    try (Warnings warnings = new Warnings()) {
      assertThat(TestExchange.speaking(new Own(null, true)).finished().operationName())
          .isEqualTo("GET");
      assertThat(warnings.messages()).anyMatch(m -> m.startsWith("HttpTags.finalOperationName"));
    }
    assertThat(TestExchange.speaking(new Own(null, false)).finished().operationName())
        .isEqualTo("GET");
    assertThat(TestExchange.speaking(new Own("", false)).finished().operationName())
        .isEqualTo("GET");
    assertThat(TestExchange.speaking(new Own("x", false)).finished().operationName())
        .isEqualTo("x");
  }

  @Test
  void setsErrorTrueUnlessTheVocabularyGivesAValue() {
    TestExchange exchange = TestExchange.speaking(OPENTELEMETRY);
    exchange.status = 500;
    assertThat(exchange.finished().tags()).containsEntry("error", true);

    exchange = TestExchange.speaking(ZIPKIN);
    exchange.status = 500;
    assertThat(exchange.finished().tags()).containsEntry("error", "500");
  }

  @Test
  void letsTheFirstVocabularyThatCallsItAnErrorGiveTheValue() {
    TestExchange both = TestExchange.speaking(OPENTELEMETRY, ZIPKIN);
    both.status = 500;
    assertThat(both.finished().tags()).containsEntry("error", true);

    TestExchange onlyTheSecond = TestExchange.speaking(OPENTELEMETRY, ZIPKIN);
    onlyTheSecond.status = 404;
    assertThat(onlyTheSecond.finished().tags()).containsEntry("error", "404");

    TestExchange none = TestExchange.speaking(ZIPKIN, OPENTELEMETRY);
    none.route = "/orders";
    assertThat(none.finished().tags()).doesNotContainKey("error");
  }

  @Test
  void setsErrorTrueWhenTheVocabularyFailsOrGivesNothing() {
    TestExchange failing = TestExchange.speaking(new Own(null, true));
    failing.status = 500;
    TestExchange empty = TestExchange.speaking(new Own("", false));
    empty.status = 500;

    try (Warnings warnings = new Warnings()) {
      assertThat(failing.finished().tags()).containsEntry("error", true);
      assertThat(warnings.messages()).anyMatch(m -> m.startsWith("HttpTags.errorValue"));
    }
    assertThat(empty.finished().tags()).containsEntry("error", true);
  }

  @Test
  void tellsAllButWhereItWentWhenTheSenderNamedNoHost() {
    TestExchange exchange = TestExchange.speaking(OPENTRACING, OPENTELEMETRY, ZIPKIN);
    exchange.uri = "http://[v1.x]/orders";
    exchange.route = "/orders";
    exchange.headers = Map.of("user-agent", "curl", "forwarded", "host=shop;proto=https");

    try (Warnings warnings = new Warnings()) {
      assertThat(exchange.finished().tags())
          .containsEntry("http.method", "GET")
          .containsEntry("http.route", "/orders")
          .containsEntry("user_agent.original", "curl")
          .containsEntry("server.address", "shop")
          .containsEntry("url.scheme", "https")
          .doesNotContainKeys("http.url", "url.path");
      assertThat(exchange.port()).isEqualTo(-1);
      assertThat(warnings.messages()).isEmpty();
    }
  }

  @Test
  void redactsTheValueOfError() {
    TestExchange exchange = TestExchange.speaking(ZIPKIN);
    exchange.status = 0;
    exchange.error = new IOException("no route to https://u:p@h/a?sig=secret");

    assertThat(exchange.finished().tags())
        .containsEntry("error", "no route to https://REDACTED:REDACTED@h/a?sig=REDACTED");
  }

  /** Gives one text for the name at the end and for the error, or throws instead. */
  private record Own(@Nullable String text, boolean fails) implements HttpTags {
    @Override
    public @Nullable String finalOperationName(HttpRequest request, HttpResponse response) {
      return textOrFailure();
    }

    @Override
    public @Nullable String errorValue(HttpRequest request, HttpResponse response) {
      return textOrFailure();
    }

    private @Nullable String textOrFailure() {
      if (fails) {
        throw new IllegalStateException("as the test wants it");
      }
      return text;
    }
  }
}
