// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each attribute of the stable HTTP span conventions, and what is done with it. */
class OpenTelemetryTagsTest {
  /** Only where the instrumentation can know it; a Jakarta REST client or server cannot. */
  private static final Set<String> UNKNOWN_TO_A_SERVER =
      Set.of(
          // Only for what is not "http".
          "network.protocol.name",
          // Opt-in, and nothing tells them.
          "http.request.size",
          "http.response.size",
          "network.local.address",
          "network.local.port",
          "network.transport",
          // Opt-in: a proxy that tells an address seldom tells the port.
          "client.port",
          // Opt-in: the captured header Content-Length is the same.
          "http.request.body.size",
          "http.response.body.size",
          "user_agent.synthetic.type");

  private static final Set<String> UNKNOWN_TO_A_CLIENT =
      Set.of(
          "network.protocol.name",
          // Connectors tell neither the connection nor how often they send.
          "network.peer.address",
          "network.peer.port",
          "network.protocol.version",
          "http.request.resend_count",
          // Opt-in: url.full and the captured headers say the same.
          "url.scheme",
          "user_agent.original",
          "http.request.body.size",
          "http.response.body.size",
          // Opt-in and not stable; a known route is in the name of the span.
          "url.template",
          "http.request.size",
          "http.response.size",
          "network.transport",
          "user_agent.synthetic.type");

  @Test
  void setsEachServerAttributeThatIsKnown() {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.headers.put("user-agent", "curl/8");

    Map<String, Object> tags = exchange.taggedIn(HttpTags.OPENTELEMETRY);

    assertThat(tags)
        .containsOnly(
            // Required.
            Map.entry("http.request.method", "GET"),
            Map.entry("url.path", "/api/orders/7"),
            Map.entry("url.scheme", "http"),
            // Required under a condition that holds here.
            Map.entry("http.response.status_code", 200),
            Map.entry("http.route", "/api/orders/{id}"),
            Map.entry("server.port", 8080),
            Map.entry("url.query", "full=true"),
            // Recommended.
            Map.entry("client.address", "10.0.0.9"),
            Map.entry("network.peer.address", "10.0.0.9"),
            Map.entry("network.peer.port", 4711),
            Map.entry("network.protocol.version", "1.1"),
            Map.entry("server.address", "shop"),
            Map.entry("user_agent.original", "curl/8"))
        .doesNotContainKeys(UNKNOWN_TO_A_SERVER.toArray(String[]::new));
  }

  @Test
  void setsNoServerAttributeWithoutItsCondition() {
    FakeExchange exchange = FakeExchange.onServerWithoutMatch();
    exchange.query = null;
    exchange.protocol = null;
    exchange.remoteAddress = null;
    exchange.status = 0;

    Map<String, Object> tags = exchange.taggedIn(HttpTags.OPENTELEMETRY);

    assertThat(tags)
        .containsOnlyKeys(
            "http.request.method", "url.path", "url.scheme", "server.address", "server.port");
  }

  @Test
  void setsEachClientAttributeThatIsKnown() {
    FakeExchange exchange = FakeExchange.onClient();

    Map<String, Object> tags = exchange.taggedIn(HttpTags.OPENTELEMETRY);

    assertThat(tags)
        .containsOnly(
            // Required.
            Map.entry("http.request.method", "GET"),
            Map.entry("server.address", "shop"),
            Map.entry("server.port", 8080),
            Map.entry("url.full", "http://shop:8080/api/orders/7?full=true"),
            // Required under a condition that holds here.
            Map.entry("http.response.status_code", 200))
        .doesNotContainKeys(UNKNOWN_TO_A_CLIENT.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "client"})
  void tellsUnknownMethodsAsOther(String kind) {
    FakeExchange exchange = FakeExchange.of(kind);
    exchange.method = "FROB";

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY))
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "FROB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PATCH", "QUERY"})
  void tellsNoOriginalOfAKnownMethod(String method) {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.method = method;

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY))
        .containsEntry("http.request.method", method)
        .doesNotContainKey("http.request.method_original");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /a, GET /a",
    "GET, , GET",
    "FROB, /a, HTTP /a",
    "FROB, , HTTP",
    "get, , HTTP",
  })
  void namesSpansByMethodAndRoute(String method, @Nullable String route, String name) {
    assertThat(HttpTags.OPENTELEMETRY.operationName(method, route)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "server, 200, , ",
    "server, 302, , ",
    "server, 404, , ",
    "server, 500, , 500",
    "server, 503, java.io.IOException, 503",
    "server, 200, java.io.IOException, java.io.IOException",
    "server, 0, java.io.IOException, java.io.IOException",
    "client, 399, , ",
    "client, 404, , 404",
    "client, 500, java.io.IOException, 500",
    "client, 0, java.net.ConnectException, java.net.ConnectException",
    "client, 200, java.io.IOException, java.io.IOException",
  })
  void tellsTheTypeOfAnError(String kind, int status, @Nullable String error, @Nullable String type)
      throws Exception {
    FakeExchange exchange = FakeExchange.of(kind);
    exchange.status = status;
    exchange.error =
        error == null
            ? null
            : (Throwable) Class.forName(error).getDeclaredConstructor().newInstance();

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY).get("error.type")).isEqualTo(type);
    assertThat(HttpTags.OPENTELEMETRY.isError(exchange, exchange)).isEqualTo(type != null);
  }

  @Test
  void tellsWhatTheClientOfAProxyAskedFor() {
    FakeExchange exchange = FakeExchange.onServer();
    exchange.forwarded = new Forwarded("192.0.2.60", "https", "www.example", 443);

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY))
        .containsEntry("client.address", "192.0.2.60")
        .containsEntry("url.scheme", "https")
        .containsEntry("server.address", "www.example")
        .containsEntry("server.port", 443)
        .containsEntry("network.peer.address", "10.0.0.9")
        .containsEntry("network.peer.port", 4711);
  }

  @Test
  void takesTheKnownMethodsFromTheEnvironment() {
    assertThat(HttpMethods.known(" GET,PROPFIND , ")).containsExactlyInAnyOrder("GET", "PROPFIND");
    assertThat(HttpMethods.known(null)).contains("GET", "PATCH", "QUERY").doesNotContain("_OTHER");
    assertThat(HttpMethods.known(" ")).isEqualTo(HttpMethods.known(null));
  }
}
