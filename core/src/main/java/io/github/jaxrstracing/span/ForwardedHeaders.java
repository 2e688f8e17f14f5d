// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.Forwarded;
import io.github.jaxrstracing.HttpRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the headers that proxies add: {@code Forwarded} (RFC 7239), else {@code X-Forwarded-*}. */
public final class ForwardedHeaders {
  private ForwardedHeaders() {}

  /**
   * Reads the headers of a request.
   *
   * @param request the request, as the last proxy sent it
   * @return what the client asked for
   */
  public static Forwarded of(HttpRequest request) {
    String forwarded = request.header("forwarded");
    String client = parameter(forwarded, "for");
    if (client == null) {
      client = first(request.header("x-forwarded-for"));
    }
    String scheme = parameter(forwarded, "proto");
    if (scheme == null) {
      scheme = first(request.header("x-forwarded-proto"));
    }
    String authority = parameter(forwarded, "host");
    if (authority == null) {
      authority = first(request.header("x-forwarded-host"));
    }
    String schemeOr = scheme == null ? request.scheme() : scheme.toLowerCase(Locale.ROOT);
    return new Forwarded(
        client == null ? request.remoteAddress() : HostAndPort.parse(client).host(),
        schemeOr,
        authority == null ? request.host() : HostAndPort.parse(authority).host(),
        authority == null
            ? port(request, schemeOr)
            : HostAndPort.parse(authority).portOr(schemeOr));
  }

  // Where the proxy keeps the Host header, a port that is not in it is that of the client's scheme.
  private static int port(HttpRequest request, @Nullable String scheme) {
    HostAndPort unnamed = new HostAndPort(null, -1);
    boolean isDefault = request.port() == unnamed.portOr(request.scheme());
    return isDefault ? unnamed.portOr(scheme) : request.port();
  }

  private static @Nullable String first(@Nullable String list) {
    if (list == null) {
      return null;
    }
    int comma = list.indexOf(',');
    String first = (comma < 0 ? list : list.substring(0, comma)).trim();
    return first.isEmpty() ? null : first;
  }

  private static @Nullable String parameter(@Nullable String forwarded, String name) {
    String element = first(forwarded);
    if (element == null) {
      return null;
    }
    for (String pair : element.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).trim().equalsIgnoreCase(name)) {
        String value = pair.substring(equals + 1).trim();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
      }
    }
    return null;
  }
}
