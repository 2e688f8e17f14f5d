// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

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
    @Nullable String read(RequestSpan request);
  }
}
