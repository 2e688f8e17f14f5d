// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import org.jspecify.annotations.Nullable;

/** What only the container knows of the current request; Jakarta REST has no API for it. */
interface Transport {
  Transport UNKNOWN = new Transport() {};

  /**
   * Sets a header on the response that the container sends when an exception reaches it, past every
   * response filter; tells whether it could.
   */
  default boolean setResponseHeader(String name, String value) {
    return false;
  }

  /** The peer's IP address, or null where it is not known. */
  default @Nullable String remoteAddress() {
    return null;
  }

  /** The version of HTTP, such as 1.1 or 2, or null where it is not known. */
  default @Nullable String protocolVersion() {
    return null;
  }
}
