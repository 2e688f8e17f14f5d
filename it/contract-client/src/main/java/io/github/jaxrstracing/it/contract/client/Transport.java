// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import jakarta.ws.rs.client.ClientBuilder;

/** What sends the requests: an implementation of Jakarta REST with one of its connectors. */
public interface Transport {
  /** A builder for clients that use this connector. */
  ClientBuilder clientBuilder();

  /** Whether the callbacks of async calls run on the executor of the client. */
  default boolean callbacksRunOnExecutor() {
    return true;
  }

  /** Whether an async call that fails while it is sent ends at all. */
  default boolean asyncFailuresEnd() {
    return true;
  }
}
