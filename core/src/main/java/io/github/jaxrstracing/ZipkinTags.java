// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What Brave's instrumentations tell Zipkin, written on nothing but the public {@link HttpTags}.
 * Brave's tracer for OpenTracing makes the remote endpoint from the tags {@code peer.*}.
 */
final class ZipkinTags implements HttpTags {
  @Override
  public void onRequest(HttpRequest request, TagSink tags) {
    tags.tag("http.method", request.method());
    boolean isRoot = request.path().isEmpty() && !request.url().isEmpty();
    tags.tag("http.path", isRoot ? "/" : request.path());
    Class<?> resourceClass = request.resourceClass();
    Method resourceMethod = request.resourceMethod();
    if (resourceClass != null && resourceMethod != null) {
      tags.tag("jaxrs.resource.class", resourceClass.getSimpleName());
      tags.tag("jaxrs.resource.method", resourceMethod.getName());
    }
    if (isReceived(request)) {
      String client = request.forwarded().clientAddress();
      boolean isPeer = client != null && client.equals(request.remoteAddress());
      endpoint(client, isPeer ? request.remotePort() : -1, tags);
    } else {
      endpoint(request.host(), request.port(), tags);
    }
  }

  private static boolean isReceived(HttpRequest request) {
    return "server".equals(request.spanKind());
  }

  /** Only an address makes an endpoint: Brave, too, resolves no names. */
  private static void endpoint(@Nullable String host, int port, TagSink tags) {
    if (host == null || !isAddress(host)) {
      return;
    }
    tags.tag(host.indexOf(':') < 0 ? "peer.ipv4" : "peer.ipv6", host);
    if (port > 0) {
      tags.tag("peer.port", port);
    }
  }

  private static boolean isAddress(String host) {
    boolean digitsAndDots = true;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == ':') {
        return true;
      }
      digitsAndDots &= c == '.' || (c >= '0' && c <= '9');
    }
    return digitsAndDots;
  }

  @Override
  public void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {
    if (response.status() > 0 && (response.status() < 200 || response.status() > 299)) {
      tags.tag("http.status_code", response.status());
    }
  }

  @Override
  public boolean isError(HttpRequest request, HttpResponse response) {
    return response.error() != null || response.status() >= 400;
  }

  @Override
  public @Nullable String errorValue(HttpRequest request, HttpResponse response) {
    Throwable error = withoutStatus(response.error());
    if (error == null) {
      return response.status() > 0 ? Integer.toString(response.status()) : null;
    }
    String message = error.getMessage();
    return message == null || message.isEmpty() ? simpleName(error.getClass()) : message;
  }

  /** An exception that only stands for a status counts by its cause. */
  private static @Nullable Throwable withoutStatus(@Nullable Throwable error) {
    if (error == null) {
      return null;
    }
    Class<?> type = error.getClass();
    while (type != null) {
      if (type.getName().equals("jakarta.ws.rs.WebApplicationException")) {
        return error.getCause();
      }
      type = type.getSuperclass();
    }
    return error;
  }

  private static String simpleName(Class<?> type) {
    return type.isAnonymousClass() ? simpleName(type.getSuperclass()) : type.getSimpleName();
  }

  @Override
  public String operationName(String method, @Nullable String route) {
    return route == null ? method : method + ' ' + route;
  }

  @Override
  public @Nullable String finalOperationName(HttpRequest request, HttpResponse response) {
    String method = OperationName.httpMethod().of(request);
    return switch (response.status()) {
      case 301, 302, 303, 305, 306, 307 -> method + " redirected";
      case 404 -> method + " not_found";
      default -> null;
    };
  }

  @Override
  public String toString() {
    return "ZIPKIN";
  }
}
