// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.span.ForwardedHeaders;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTagsTest {
  private final Exchange exchange = new Exchange();

  @Test
  void speaksOpenTracing() {
    Map<String, Object> tags = exchange.taggedIn(HttpTags.OPENTRACING);

    assertThat(tags)
        .containsOnly(
            Map.entry("component", "jaxrs"),
            Map.entry("http.method", "GET"),
            Map.entry("http.url", "http://shop:8080/api/orders/7?full=true"),
            Map.entry("http.status_code", 200));
  }

  @Test
  void speaksOpenTracingOnTheClient() {
    exchange.kind = "client";

    assertThat(exchange.taggedIn(HttpTags.OPENTRACING))
        .containsEntry("peer.hostname", "shop")
        .containsEntry("peer.port", 8080);
  }

  @Test
  void speaksOpenTelemetryOnTheServer() {
    exchange.headers.put("user-agent", "curl/8");

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY))
        .containsOnly(
            Map.entry("http.request.method", "GET"),
            Map.entry("url.scheme", "http"),
            Map.entry("url.path", "/api/orders/7"),
            Map.entry("url.query", "full=true"),
            Map.entry("http.route", "/api/orders/{id}"),
            Map.entry("server.address", "shop"),
            Map.entry("server.port", 8080),
            Map.entry("client.address", "10.0.0.9"),
            Map.entry("user_agent.original", "curl/8"),
            Map.entry("network.protocol.version", "1.1"),
            Map.entry("http.response.status_code", 200));
  }

  @Test
  void speaksOpenTelemetryOnTheClient() {
    exchange.kind = "client";
    exchange.protocol = null;

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY))
        .containsOnly(
            Map.entry("http.request.method", "GET"),
            Map.entry("url.full", "http://shop:8080/api/orders/7?full=true"),
            Map.entry("server.address", "shop"),
            Map.entry("server.port", 8080),
            Map.entry("http.response.status_code", 200));
  }

  @Test
  void hidesUnknownMethodsFromOpenTelemetry() {
    exchange.method = "FROB";

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY))
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "FROB");
    assertThat(HttpTags.OPENTELEMETRY.operationName("FROB", "/a")).isEqualTo("HTTP /a");
    assertThat(HttpTags.OPENTELEMETRY.operationName("GET", "/a")).isEqualTo("GET /a");
    assertThat(HttpTags.OPENTELEMETRY.operationName("GET", null)).isEqualTo("GET");
  }

  @ParameterizedTest
  @CsvSource({
    "server, 200, , ",
    "server, 404, , ",
    "server, 500, , 500",
    "server, 200, java.io.IOException, java.io.IOException",
    "client, 399, , ",
    "client, 404, , 404",
    "client, 0, java.net.ConnectException, java.net.ConnectException",
  })
  void tellsOpenTelemetryTheTypeOfAnError(
      String kind, int status, @Nullable String error, @Nullable String type) throws Exception {
    exchange.kind = kind;
    exchange.status = status;
    exchange.error =
        error == null
            ? null
            : (Throwable) Class.forName(error).getDeclaredConstructor().newInstance();

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY).get("error.type")).isEqualTo(type);
    assertThat(HttpTags.OPENTELEMETRY.isError(exchange, exchange)).isEqualTo(type != null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forwarded | for=192.0.2.60;proto=https;host=shop.example:444 | 192.0.2.60 | https | shop.example | 444",
        "forwarded | For=\"[2001:db8::17]:4711\", for=10.0.0.1 | 2001:db8::17 | http | shop | 8080",
        "x-forwarded-for | 203.0.113.7, 10.0.0.1 | 203.0.113.7 | http | shop | 8080",
        "x-forwarded-for | 2001:db8::17 | 2001:db8::17 | http | shop | 8080",
        "x-forwarded-host | www.example | 10.0.0.9 | http | www.example | 80",
        "x-forwarded-proto | HTTPS | 10.0.0.9 | https | shop | 8080",
        "forwarded | ;;=,, | 10.0.0.9 | http | shop | 8080",
      })
  void looksThroughProxiesForOpenTelemetry(
      String header, String value, String client, String scheme, String host, int port) {
    exchange.headers.put(header, value);

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY))
        .containsEntry("client.address", client)
        .containsEntry("url.scheme", scheme)
        .containsEntry("server.address", host)
        .containsEntry("server.port", port);
  }

  @Test
  void takesTheDefaultPortOfTheSchemeThatAProxyWasAskedFor() {
    exchange.port = 80;
    exchange.headers.put("x-forwarded-proto", "https");

    assertThat(exchange.taggedIn(HttpTags.OPENTELEMETRY)).containsEntry("server.port", 443);
  }

  @Test
  void speaksZipkin() {
    exchange.status = 404;

    assertThat(exchange.taggedIn(HttpTags.ZIPKIN))
        .containsOnly(
            Map.entry("http.method", "GET"),
            Map.entry("http.path", "/api/orders/7"),
            Map.entry("http.route", "/api/orders/{id}"),
            Map.entry("jaxrs.resource.class", "HttpTagsTest"),
            Map.entry("jaxrs.resource.method", "speaksZipkin"),
            Map.entry("http.status_code", 404));
    assertThat(HttpTags.ZIPKIN.isError(exchange, exchange)).isTrue();
  }

  @Test
  void tellsZipkinNoSuccessfulStatus() {
    assertThat(exchange.taggedIn(HttpTags.ZIPKIN)).doesNotContainKey("http.status_code");
    assertThat(HttpTags.ZIPKIN.isError(exchange, exchange)).isFalse();
  }

  @Test
  void namesSpansByRouteMethodOrClass() {
    assertThat(OperationName.route().of(exchange)).isEqualTo("GET:/api/orders/{id}");
    assertThat(OperationName.httpMethod().of(exchange)).isEqualTo("GET");
    assertThat(OperationName.classMethod().of(exchange))
        .isEqualTo("GET:io.github.jaxrstracing.HttpTagsTest.speaksZipkin");
  }

  @Test
  void namesNoSpanAfterAMethodThatAStrangerMadeUp() {
    exchange.method = "FROB123";
    exchange.route = null;
    exchange.resourceMethod = null;

    assertThat(
            List.of(OperationName.route(), OperationName.httpMethod(), OperationName.classMethod()))
        .extracting(name -> name.of(exchange))
        .containsOnly("HTTP");
  }

  private static final class Exchange implements HttpRequest, HttpResponse, TagSink {
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, Object> tags = new HashMap<>();
    private String kind = "server";
    private String method = "GET";
    private @Nullable String route = "/api/orders/{id}";
    private @Nullable String protocol = "1.1";
    private @Nullable Method resourceMethod;
    private int port = 8080;
    private int status = 200;
    private @Nullable Throwable error;

    Exchange() {
      try {
        resourceMethod = HttpTagsTest.class.getDeclaredMethod("speaksZipkin");
      } catch (NoSuchMethodException e) {
        throw new AssertionError(e);
      }
    }

    Map<String, Object> taggedIn(HttpTags vocabulary) {
      vocabulary.onRequest(this, this);
      vocabulary.onResponse(this, this, this);
      return tags;
    }

    @Override
    public void tag(String key, @Nullable String value) {
      if (value != null) {
        tags.put(key, value);
      }
    }

    @Override
    public void tag(String key, Number value) {
      tags.put(key, value);
    }

    @Override
    public void tag(String key, boolean value) {
      tags.put(key, value);
    }

    @Override
    public String spanKind() {
      return kind;
    }

    @Override
    public String method() {
      return method;
    }

    @Override
    public String url() {
      return "http://shop:8080/api/orders/7?full=true";
    }

    @Override
    public String scheme() {
      return "http";
    }

    @Override
    public String host() {
      return "shop";
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public String path() {
      return "/api/orders/7";
    }

    @Override
    public String query() {
      return "full=true";
    }

    @Override
    public @Nullable String route() {
      return route;
    }

    @Override
    public @Nullable String header(String name) {
      return headers.get(name);
    }

    @Override
    public Class<?> resourceClass() {
      return HttpTagsTest.class;
    }

    @Override
    public @Nullable Method resourceMethod() {
      return resourceMethod;
    }

    @Override
    public @Nullable String remoteAddress() {
      return "server".equals(kind) ? "10.0.0.9" : null;
    }

    @Override
    public @Nullable String protocolVersion() {
      return protocol;
    }

    @Override
    public Forwarded forwarded() {
      return ForwardedHeaders.of(this);
    }

    @Override
    public int status() {
      return status;
    }

    @Override
    public @Nullable Throwable error() {
      return error;
    }

    @Override
    public @Nullable String responseHeader(String name) {
      return null;
    }
  }
}
