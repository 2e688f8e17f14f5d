// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.github.jaxrstracing.it.testkit.TestTracer;
import jakarta.ws.rs.core.Application;

/** Where a contract runs: an implementation of Jakarta REST on a container, and a tracer. */
public interface ServerEnvironment {
  /** How many threads work on requests; at least, where a container needs threads for itself. */
  int THREADS = 4;

  /**
   * Starts a server on a free port, with {@link #THREADS} threads.
   *
   * @param application its classes, singletons and properties
   * @return the server, ready for requests
   * @throws Exception when it does not start
   */
  RunningServer start(Application application) throws Exception;

  /**
   * Makes a tracer that samples everything.
   *
   * @return a new tracer
   */
  TestTracer newTracer();
}
