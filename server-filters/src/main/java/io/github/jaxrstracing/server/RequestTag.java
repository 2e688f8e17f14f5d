// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import org.jspecify.annotations.Nullable;

/**
 * A request attribute that becomes a tag.
 *
 * @param name the name of the attribute and of the tag
 * @param reader reads the attribute
 */
record RequestTag(String name, Reader reader) {
  /** Reads an attribute from a request; null or empty when it has none. */
  @FunctionalInterface
  interface Reader {
    @Nullable String read(ServerExchange exchange);
  }

  /** Tags the span of the request, if the request has the attribute. */
  void apply(ServerExchange exchange, Guard guard) {
    try {
      exchange.tag(name, reader.read(exchange));
    } catch (Throwable t) {
      guard.caught("The request tag " + name, t);
    }
  }
}
