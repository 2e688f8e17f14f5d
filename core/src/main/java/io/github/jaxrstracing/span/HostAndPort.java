// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Host and port of an authority; unlike {@link URI} it also reads hosts that are no legal DNS
 * names, such as {@code my_service}, and leaves the brackets of IPv6 addresses out.
 *
 * @param host the host, {@code null} when there is none
 * @param port the port, -1 when none is given or it is no number
 */
record HostAndPort(@Nullable String host, int port) {

  static HostAndPort of(URI uri) {
    String host = uri.getHost();
    if (host != null) {
      return new HostAndPort(withoutBrackets(host), uri.getPort());
    }
    String authority = uri.getRawAuthority();
    return authority == null ? new HostAndPort(null, -1) : parse(authority);
  }

  static HostAndPort parse(String authority) {
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = hostAndPort.lastIndexOf(':');
    boolean bareIpv6 = hostAndPort.indexOf(':') != colon && !hostAndPort.startsWith("[");
    boolean hasPort = colon > hostAndPort.lastIndexOf(']') && !bareIpv6;
    String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
    int port = hasPort ? number(hostAndPort.substring(colon + 1)) : -1;
    return new HostAndPort(host.isEmpty() ? null : withoutBrackets(host), port);
  }

  int portOr(@Nullable String scheme) {
    return port > 0 ? port : defaultPort(scheme);
  }

  static int defaultPort(@Nullable String scheme) {
    if ("http".equalsIgnoreCase(scheme) || "ws".equalsIgnoreCase(scheme)) {
      return 80;
    }
    return "https".equalsIgnoreCase(scheme) || "wss".equalsIgnoreCase(scheme) ? 443 : -1;
  }

  private static String withoutBrackets(String host) {
    boolean bracketed = host.length() > 2 && host.startsWith("[") && host.endsWith("]");
    return bracketed ? host.substring(1, host.length() - 1) : host;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException noPort) {
      return -1;
    }
  }
}
