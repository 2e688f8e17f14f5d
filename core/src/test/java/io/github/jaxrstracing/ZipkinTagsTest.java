// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipkinTagsTest {
  @Test
  void tagsARequestThatWasReceived() {
    assertThat(FakeExchange.onServer().taggedIn(HttpTags.ZIPKIN))
        .containsOnly(
            Map.entry("http.method", "GET"),
            Map.entry("http.path", "/api/orders/7"),
            Map.entry("jaxrs.resource.class", "FakeExchange"),
            Map.entry("jaxrs.resource.method", "loadOrder"),
            Map.entry("peer.ipv4", "10.0.0.9"),
            Map.entry("peer.port", 4711));
  }

  @Test
  void tagsARequestThatWasSent() {
    FakeExchange exchange = FakeExchange.onClient();

    assertThat(exchange.taggedIn(HttpTags.ZIPKIN))
        .containsOnly(Map.entry("http.method", "GET"), Map.entry("http.path", "/api/orders/7"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', http://shop:8080, /",
    "/, http://shop:8080/, /",
    "'', '', ",
  })
  void tellsARootPathWhereTheUrlHasNone(String path, String url, @Nullable String told) {
    FakeExchange exchange = FakeExchange.onClient();
    exchange.path = path;
    exchange.url = url;

    assertThat(exchange.taggedIn(HttpTags.ZIPKIN).get("http.path")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "0, ",
    "101, 101",
    "200, ",
    "299, ",
    "302, 302",
    "404, 404",
    "500, 500",
  })
  void tellsNoSuccessfulStatus(int status, @Nullable Integer told) {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.status = status;

    assertThat(exchange.taggedIn(HttpTags.ZIPKIN).get("http.status_code")).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /a, GET /a",
    "GET, , GET",
    "FROB, , FROB",
  })
  void namesSpansByMethodAndRoute(String method, @Nullable String route, String name) {
    assertThat(HttpTags.ZIPKIN.operationName(method, route)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 404, GET not_found",
    "FROB, 404, HTTP not_found",
    "GET, 301, GET redirected",
    "GET, 302, GET redirected",
    "GET, 303, GET redirected",
    "GET, 305, GET redirected",
    "GET, 306, GET redirected",
    "POST, 307, POST redirected",
    "GET, 304, ",
    "GET, 308, ",
    "GET, 200, ",
    "GET, 405, ",
    "GET, 500, ",
  })
  void renamesWhatMatchedNothingByItsStatus(String method, int status, @Nullable String name) {
    FakeExchange exchange = FakeExchange.onServerWithoutMatch();
    exchange.method = method;
    exchange.status = status;

    assertThat(HttpTags.ZIPKIN.finalOperationName(exchange, exchange)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "server, 200, false",
    "server, 399, false",
    "server, 400, true",
    "client, 404, true",
    "server, 500, true",
    "client, 0, false",
  })
  void callsEachStatusFrom400AnError(String kind, int status, boolean error) {
    FakeExchange exchange = FakeExchange.of(kind);
    exchange.status = status;

    assertThat(HttpTags.ZIPKIN.isError(exchange, exchange)).isEqualTo(error);
  }

  @Test
  void tellsTheStatusOfAnErrorWithoutAnException() {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.status = 404;

    assertThat(HttpTags.ZIPKIN.errorValue(exchange, exchange)).isEqualTo("404");
  }

  @Test
  void tellsTheMessageOfAnException() {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.status = 500;
    exchange.error = new IOException("out of stock");

    assertThat(HttpTags.ZIPKIN.isError(exchange, exchange)).isTrue();
    assertThat(HttpTags.ZIPKIN.errorValue(exchange, exchange)).isEqualTo("out of stock");
  }

  @Test
  void tellsTheClassOfAnExceptionWithoutAMessage() {
    FakeExchange exchange = FakeExchange.onClient();
    exchange.status = 0;
    exchange.error = new IOException();
    assertThat(HttpTags.ZIPKIN.errorValue(exchange, exchange)).isEqualTo("IOException");

    exchange.error = new IOException("") {};
    assertThat(HttpTags.ZIPKIN.errorValue(exchange, exchange)).isEqualTo("IOException");
  }

  @Test
  void tellsTheStatusOrTheCauseOfAnExceptionThatStandsForAStatus() {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.status = 503;
    exchange.error = new WebApplicationException("HTTP 503 Service Unavailable", null) {};
    assertThat(HttpTags.ZIPKIN.errorValue(exchange, exchange)).isEqualTo("503");

    exchange.error = new WebApplicationException("HTTP 503", new IOException("out of stock"));
    assertThat(HttpTags.ZIPKIN.errorValue(exchange, exchange)).isEqualTo("out of stock");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, peer.ipv4",
    "2001:db8::17, peer.ipv6",
    "shop, ",
    "7.shop.example, ",
    "cafe, ",
  })
  void makesTheEndpointOfTheServerThatWasCalled(String host, @Nullable String key) {
    FakeExchange exchange = FakeExchange.onClient();
    exchange.host = host;

    Map<String, Object> tags = exchange.taggedIn(HttpTags.ZIPKIN);

    if (key == null) {
      assertThat(tags).doesNotContainKeys("peer.ipv4", "peer.ipv6", "peer.port");
    } else {
      assertThat(tags).containsEntry(key, host).containsEntry("peer.port", 8080);
    }
  }

  @Test
  void makesTheEndpointOfTheClientThatAProxyNames() {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.forwarded = new Forwarded("2001:db8::17", "http", "shop", 8080);

    assertThat(exchange.taggedIn(HttpTags.ZIPKIN))
        .containsEntry("peer.ipv6", "2001:db8::17")
        .doesNotContainKeys("peer.ipv4", "peer.port");
  }

  @Test
  void makesNoEndpointWhereTheContainerTellsNoAddress() {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.remoteAddress = null;

    assertThat(exchange.taggedIn(HttpTags.ZIPKIN))
        .doesNotContainKeys("peer.ipv4", "peer.ipv6", "peer.port");
  }

  @Test
  void makesAnEndpointWithoutPortWhereTheContainerTellsNone() {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.remotePort = -1;

    assertThat(exchange.taggedIn(HttpTags.ZIPKIN))
        .containsEntry("peer.ipv4", "10.0.0.9")
        .doesNotContainKey("peer.port");
  }
}
