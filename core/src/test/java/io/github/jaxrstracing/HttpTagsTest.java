// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpTagsTest {
  @Test
  void speaksOpenTracing() {
    Map<String, Object> tags = FakeExchange.onServer().taggedIn(HttpTags.OPENTRACING);

    assertThat(tags)
        .containsOnly(
            Map.entry("component", "jaxrs"),
            Map.entry("http.method", "GET"),
            Map.entry("http.url", "http://shop:8080/api/orders/7?full=true"),
            Map.entry("http.status_code", 200));
  }

  @Test
  void speaksOpenTracingOnTheClient() {
    assertThat(FakeExchange.onClient().taggedIn(HttpTags.OPENTRACING))
        .containsEntry("peer.hostname", "shop")
        .containsEntry("peer.port", 8080);
  }

  @Test
  void namesSpansByRouteMethodOrClass() {
    FakeExchange exchange = FakeExchange.onServer();

    assertThat(OperationName.route().of(exchange)).isEqualTo("GET:/api/orders/{id}");
    assertThat(OperationName.httpMethod().of(exchange)).isEqualTo("GET");
    assertThat(OperationName.classMethod().of(exchange))
        .isEqualTo("GET:io.github.jaxrstracing.FakeExchange.loadOrder");
  }

  @Test
  void namesNoSpanAfterAnUnknownMethodThatAClientSent() {
    FakeExchange exchange = FakeExchange.onServerWithoutMatch();
    exchange.method = "FROB123";

    assertThat(
            List.of(OperationName.route(), OperationName.httpMethod(), OperationName.classMethod()))
        .extracting(name -> name.of(exchange))
        .containsOnly("HTTP");
  }

  @Test
  void keepsErrorsAndNamesAsTheyAreByDefault() {
    FakeExchange notFound = FakeExchange.onServerWithoutMatch();
    notFound.status = 404;
    HttpTags own = new HttpTags() {};

    assertThat(own.errorValue(notFound, notFound)).isNull();
    assertThat(own.finalOperationName(notFound, notFound)).isNull();
  }
}
