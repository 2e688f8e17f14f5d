// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.TestTracer;
import jakarta.ws.rs.client.ClientBuilder;

/** Where a contract runs: an implementation of Jakarta REST with a connector, and a tracer. */
public interface ClientEnvironment {
  /** A builder for clients that use this connector. */
  ClientBuilder clientBuilder();

  /** A new tracer. */
  TestTracer newTracer();

  /** Whether the callbacks of async calls run on the executor of the client. */
  @Behaviour({"async", "rx"})
  default boolean callbacksRunOnExecutor() {
    return true;
  }

  /** Whether an async call that fails while it is sent ends at all. */
  @Behaviour({"refused", "time-out"})
  default boolean asyncFailuresEnd() {
    return true;
  }

  /** Whether the request filters of an async call run on the thread that makes it. */
  @Behaviour("async")
  default boolean asyncCallsAreSentByTheCaller() {
    return false;
  }

  /** Whether an executor of the application makes the caller's span active as the client's does. */
  @Behaviour("async")
  default boolean ownExecutorsCarryTheCaller() {
    return false;
  }
}
