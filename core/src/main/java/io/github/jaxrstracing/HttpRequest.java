// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The request that a span is about, as tags and operation names see it. URLs are redacted. */
public interface HttpRequest {
  /**
   * {@code "server"} for a request received, {@code "client"} for a request sent.
   *
   * @return one of the values of OpenTracing's {@code span.kind}
   */
  String spanKind();

  /**
   * The HTTP method, as it was sent.
   *
   * @return for example {@code GET}
   */
  String method();

  /**
   * The whole URL, redacted.
   *
   * @return for example {@code http://localhost:8080/orders/7?full=true}
   */
  String url();

  /**
   * The scheme of the URL.
   *
   * @return for example {@code https}, or {@code null} when the URL has none
   */
  @Nullable String scheme();

  /**
   * The host of the URL; an IPv6 address comes without its brackets.
   *
   * @return the host's name or address, or {@code null} when the URL has none
   */
  @Nullable String host();

  /**
   * The port of the URL, or the default port of its scheme.
   *
   * @return the port, or -1 when it is unknown
   */
  int port();

  /**
   * The path of the URL as it was sent, not decoded.
   *
   * @return the path; the empty string when the URL has none
   */
  String path();

  /**
   * The query of the URL as it was sent, not decoded, without the question mark, redacted.
   *
   * @return the query, or {@code null} when the URL has none
   */
  @Nullable String query();

  /**
   * The path template that was matched (server) or that the target was made from (client).
   *
   * @return for example {@code /api/orders/{id}}, or {@code null} when none is known
   */
  @Nullable String route();

  /**
   * A request header.
   *
   * @param name the header's name, in any case
   * @return the value, repeated ones joined with a comma, or {@code null} when it was not sent
   */
  @Nullable String header(String name);

  /**
   * The class of the matched resource.
   *
   * @return the class, or {@code null} on the client and where nothing matched
   */
  default @Nullable Class<?> resourceClass() {
    return null;
  }

  /**
   * The matched resource method.
   *
   * @return the method, or {@code null} on the client and where nothing matched
   */
  default @Nullable Method resourceMethod() {
    return null;
  }

  /**
   * The address of the peer that sent the request, where the container tells.
   *
   * @return the IP address, or {@code null} on the client and where it is unknown
   */
  default @Nullable String remoteAddress() {
    return null;
  }

  /**
   * The port that the peer sent the request from, where the container tells.
   *
   * @return the port, or -1 on the client and where it is unknown
   */
  default int remotePort() {
    return -1;
  }

  /**
   * What the client asked for, before proxies forwarded it.
   *
   * @return client address, scheme, host and port; those of this request on the client
   */
  default Forwarded forwarded() {
    return new Forwarded(remoteAddress(), scheme(), host(), port());
  }

  /**
   * The version of HTTP, where the container tells.
   *
   * @return for example {@code 1.1} or {@code 2}, or {@code null} where it is unknown
   */
  default @Nullable String protocolVersion() {
    return null;
  }
}
