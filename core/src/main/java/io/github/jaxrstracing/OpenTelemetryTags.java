// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.tag.Tags;
import org.jspecify.annotations.Nullable;

/**
 * The stable HTTP semantic conventions of OpenTelemetry, see
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/.
 */
final class OpenTelemetryTags implements HttpTags {
  @Override
  public void onRequest(HttpRequest request, TagSink tags) {
    if (HttpMethods.isKnown(request.method())) {
      tags.tag("http.request.method", request.method());
    } else {
      tags.tag("http.request.method", "_OTHER");
      tags.tag("http.request.method_original", request.method());
    }
    if (Tags.SPAN_KIND_SERVER.equals(request.spanKind())) {
      onServerRequest(request, tags);
    } else {
      tags.tag("url.full", request.url());
      address(request.host(), request.port(), tags);
    }
    tags.tag("network.protocol.version", request.protocolVersion());
  }

  private static void onServerRequest(HttpRequest request, TagSink tags) {
    Forwarded forwarded = request.forwarded();
    tags.tag("url.scheme", forwarded.scheme());
    tags.tag("url.path", request.path());
    tags.tag("url.query", request.query());
    tags.tag("http.route", request.route());
    address(forwarded.host(), forwarded.port(), tags);
    tags.tag("client.address", forwarded.clientAddress());
    String peer = request.remoteAddress();
    if (peer != null) {
      tags.tag("network.peer.address", peer);
      port("network.peer.port", request.remotePort(), tags);
    }
    tags.tag("user_agent.original", request.header("user-agent"));
  }

  private static void address(@Nullable String host, int port, TagSink tags) {
    tags.tag("server.address", host);
    if (host != null) {
      port("server.port", port, tags);
    }
  }

  private static void port(String key, int port, TagSink tags) {
    if (port > 0) {
      tags.tag(key, port);
    }
  }

  @Override
  public void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {
    if (response.status() > 0) {
      tags.tag("http.response.status_code", StatusCodes.boxed(response.status()));
    }
    if (isError(request, response)) {
      tags.tag("error.type", errorType(request, response));
    }
  }

  private static String errorType(HttpRequest request, HttpResponse response) {
    Throwable error = response.error();
    return error == null || response.status() >= firstError(request)
        ? Integer.toString(response.status())
        : error.getClass().getName();
  }

  @Override
  public boolean isError(HttpRequest request, HttpResponse response) {
    return response.error() != null || response.status() >= firstError(request);
  }

  private static int firstError(HttpRequest request) {
    return Tags.SPAN_KIND_SERVER.equals(request.spanKind()) ? 500 : 400;
  }

  @Override
  public String operationName(String method, @Nullable String route) {
    String name = HttpMethods.isKnown(method) ? method : HttpMethods.UNKNOWN;
    return route == null ? name : name + ' ' + route;
  }

  @Override
  public String toString() {
    return "OPENTELEMETRY";
  }
}
