// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.Forwarded;
import io.github.jaxrstracing.HttpRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the headers that proxies add: {@code Forwarded} (RFC 7239), else {@code X-Forwarded-*}. */
public final class ForwardedHeaders {
  private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

  private ForwardedHeaders() {}

  /**
   * Reads the headers of a request. What is no address or no scheme of HTTP counts as not sent.
   *
   * @param request the request, as the last proxy sent it
   * @return what the client asked for
   */
  public static Forwarded of(HttpRequest request) {
    ForwardedElement first = ForwardedElement.first(request.header("forwarded"));
    String client = address(first.get("for"));
    if (client == null) {
      client = address(first(request.header("x-forwarded-for")));
    }
    String scheme = scheme(first.get("proto"));
    if (scheme == null) {
      scheme = scheme(first(request.header("x-forwarded-proto")));
    }
    String authority = first.get("host");
    if (authority == null) {
      authority = first(request.header("x-forwarded-host"));
    }
    String schemeOr = scheme == null ? request.scheme() : scheme;
    return new Forwarded(
        client == null ? request.remoteAddress() : client,
        schemeOr,
        authority == null ? request.host() : HostAndPort.parse(authority).host(),
        authority == null
            ? port(request, schemeOr)
            : HostAndPort.parse(authority).portOr(schemeOr));
  }

  // RFC 7239 section 6: "unknown" and names such as "_hidden" stand where an address is kept back.
  private static @Nullable String address(@Nullable String node) {
    String host = node == null ? null : HostAndPort.parse(node).host();
    return host != null && IpAddress.isLiteral(host) ? host : null;
  }

  private static @Nullable String scheme(@Nullable String proto) {
    String scheme = proto == null ? "" : proto.toLowerCase(Locale.ROOT);
    return SCHEMES.contains(scheme) ? scheme : null;
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
}
