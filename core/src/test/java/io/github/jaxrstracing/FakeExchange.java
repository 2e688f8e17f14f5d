// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for an order and its response, as vocabularies see them; all of it can be changed. */
public final class FakeExchange implements HttpRequest, HttpResponse, TagSink {
  final Map<String, Object> tags = new HashMap<>();

  /** The request headers, by their names in lower case. */
  public final Map<String, String> headers = new HashMap<>();

  /** The port of the URL. */
  public int port = 8080;

  String kind = "server";
  String method = "GET";
  String scheme = "http";
  String host = "shop";
  String path = "/api/orders/7";
  @Nullable String query = "full=true";
  @Nullable String url;
  @Nullable String route = "/api/orders/{id}";
  @Nullable String protocol = "1.1";
  @Nullable Class<?> resourceClass = FakeExchange.class;
  @Nullable Method resourceMethod = loadOrder();
  @Nullable String remoteAddress = "10.0.0.9";
  int remotePort = 4711;
  @Nullable Forwarded forwarded;
  int status = 200;
  @Nullable Throwable error;

  /** Creates a request to a server that matched a resource. */
  public FakeExchange() {}

  static FakeExchange onServer() {
    return new FakeExchange();
  }

  static FakeExchange onServerWithoutMatch() {
    FakeExchange exchange = new FakeExchange();
    exchange.route = null;
    exchange.resourceClass = null;
    exchange.resourceMethod = null;
    return exchange;
  }

  static FakeExchange onClient() {
    FakeExchange exchange = onServerWithoutMatch();
    exchange.kind = "client";
    exchange.protocol = null;
    exchange.remoteAddress = null;
    exchange.remotePort = -1;
    return exchange;
  }

  static FakeExchange of(String kind) {
    return kind.equals("client") ? onClient() : onServer();
  }

  private static Method loadOrder() {
    try {
      return FakeExchange.class.getDeclaredMethod("loadOrder");
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
    if (value != null && !value.isEmpty()) {
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
    return url == null
        ? scheme + "://" + host + ':' + port + path + (query == null ? "" : '?' + query)
        : url;
  }

  @Override
  public String scheme() {
    return scheme;
  }

  @Override
  public String host() {
    return host;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public @Nullable String query() {
    return query;
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
  public @Nullable Class<?> resourceClass() {
    return resourceClass;
  }

  @Override
  public @Nullable Method resourceMethod() {
    return resourceMethod;
  }

  @Override
  public @Nullable String remoteAddress() {
    return remoteAddress;
  }

  @Override
  public int remotePort() {
    return remotePort;
  }

  @Override
  public @Nullable String protocolVersion() {
    return protocol;
  }

  @Override
  public Forwarded forwarded() {
    return forwarded == null ? HttpRequest.super.forwarded() : forwarded;
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
