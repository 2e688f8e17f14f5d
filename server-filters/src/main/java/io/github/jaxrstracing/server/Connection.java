// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import org.jspecify.annotations.Nullable;

/**
 * What only the container knows of a request; Jakarta REST has no API for it. Not API: only the
 * packages of hooks use it.
 *
 * @hidden
 */
public interface Connection {
  /** A container that tells nothing. */
  Connection UNKNOWN = new Connection() {};

  /**
   * The address of the peer.
   *
   * @return the IP address, or {@code null} where it is not known
   */
  default @Nullable String remoteAddress() {
    return null;
  }

  /**
   * The port that the peer sent the request from.
   *
   * @return the port, or -1 where it is not known
   */
  default int remotePort() {
    return -1;
  }

  /**
   * The version of HTTP.
   *
   * @return for example {@code 1.1} or {@code 2}, or {@code null} where it is not known
   */
  default @Nullable String protocolVersion() {
    return null;
  }

  /**
   * The status that the container's response has now.
   *
   * @return the status code, or 0 where it is not known
   */
  default int status() {
    return 0;
  }

  /**
   * Whether status and headers are on their way to the client.
   *
   * @return {@code false} also where it is not known
   */
  default boolean isCommitted() {
    return false;
  }

  /**
   * Sets a header on the container's response, which an exception may reach past every response
   * filter.
   *
   * @param name the header's name
   * @param value the header's value
   * @return whether it was set
   */
  default boolean setResponseHeader(String name, String value) {
    return false;
  }

  /**
   * Reads the version from the name of a protocol.
   *
   * @param protocol for example {@code HTTP/1.1} or {@code HTTP/2.0}
   * @return for example {@code 1.1} or {@code 2}, or {@code null} when it is not HTTP
   */
  static @Nullable String versionOf(@Nullable String protocol) {
    if (protocol == null || !protocol.startsWith("HTTP/")) {
      return null;
    }
    String version = protocol.substring("HTTP/".length());
    return version.endsWith(".0") && !version.startsWith("1.") ? version.substring(0, 1) : version;
  }
}
