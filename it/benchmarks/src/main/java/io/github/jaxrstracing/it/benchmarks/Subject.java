// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

/** What is registered beside the resources of a server, or on a client. */
enum Subject {
  /** Nothing. */
  UNTRACED,
  /**
   * Jersey's own price of listening: an event listener, or an interceptor of calls, that is empty.
   */
  LISTENER,
  /** A pair of filters that find their state in a property of the request, and do nothing else. */
  PAIR,
  /** The OpenTracing calls written by hand in such a pair, with one scope and no error handling. */
  FLOOR,
  /** Both. */
  FLOOR_AND_LISTENER,
  /** This library. */
  OURS;

  boolean callsTracer() {
    return this == FLOOR || this == FLOOR_AND_LISTENER || this == OURS;
  }
}
