// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * A request as hooks know it from its arrival on. Not API: only the packages of hooks use it.
 *
 * @hidden
 */
public interface ReceivedRequest {
  /**
   * The request itself.
   *
   * @return the request
   */
  ContainerRequestContext context();

  /**
   * When it arrived.
   *
   * @return the time by {@link System#nanoTime()}
   */
  long arrivedNanos();

  /**
   * The method that the client sent, also where an implementation changes it while it matches.
   *
   * @return the HTTP method
   */
  default String method() {
    return context().getMethod();
  }

  /**
   * What the container knows of it.
   *
   * @return what tells it
   */
  default Connection connection() {
    return Connection.UNKNOWN;
  }

  /**
   * Tells the trace what the request was matched to, where that was not told when it was matched;
   * called once, when it must be known.
   *
   * @param trace the trace of this request
   */
  default void match(RequestTrace trace) {}
}
