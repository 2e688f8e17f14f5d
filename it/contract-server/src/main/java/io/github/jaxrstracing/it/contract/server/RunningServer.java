// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import java.net.URI;

/**
 * A server that answers.
 *
 * @param baseUri the base URI of its application, with a slash at the end
 * @param stop stops it
 */
public record RunningServer(URI baseUri, Stop stop) {
  /** Stops a server. */
  @FunctionalInterface
  public interface Stop {
    /**
     * Stops the server and its threads.
     *
     * @throws Exception when it does not stop
     */
    void stop() throws Exception;
  }
}
