// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

/**
 * A part of a request's way during which its span is active; it begins and ends on one thread. Not
 * API: only the packages of hooks use it.
 *
 * @hidden
 */
public enum Bracket {
  /** The request filters. */
  FILTERS,
  /** The entity readers and the resource method. */
  METHOD,
  /** The exception mappers, the response filters and the entity writers. */
  RESPONSE
}
