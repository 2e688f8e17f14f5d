// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.span.OptionReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the services behind hosts, in lower case, with or without a port. */
final class PeerServices {
  private final Map<String, String> names = new HashMap<>();

  PeerServices(Map<String, String> names) {
    names.forEach((peer, name) -> this.names.put(key(peer), name));
  }

  /** Reads pairs such as {@code api.example.com=orders}. */
  static PeerServices read(OptionReader options) {
    List<String> pairs = options.list("peer-service", null);
    Map<String, String> names = new HashMap<>();
    for (String pair : pairs == null ? List.<String>of() : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw options.invalid("peer-service", pair, "pairs such as api.example.com:8080=orders");
      }
      names.put(pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
    }
    return new PeerServices(names);
  }

  /** The name of the service that is called, or null when it has none. */
  @Nullable String of(HttpRequest request) {
    String host = names.isEmpty() ? null : request.host();
    if (host == null) {
      return null;
    }
    String inUrl = key(host.indexOf(':') < 0 ? host : '[' + host + ']');
    String ofPort = names.get(inUrl + ':' + request.port());
    return ofPort == null ? names.get(inUrl) : ofPort;
  }

  // An IPv6 address has its brackets, as in a URL, whether they were given or not.
  private static String key(String peer) {
    boolean isBareIpv6 = peer.indexOf(':') != peer.lastIndexOf(':') && !peer.startsWith("[");
    return (isBareIpv6 ? '[' + peer + ']' : peer).toLowerCase(Locale.ROOT);
  }
}
