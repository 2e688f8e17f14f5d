// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import org.jspecify.annotations.Nullable;

/**
 * Takes the tags of one span. Before the span starts they go to its builder, where a sampler sees
 * them; afterwards to the span. No method throws, whatever the tracer does.
 */
public interface TagSink {
  /**
   * Sets a text tag.
   *
   * @param key the tag's name
   * @param value the tag's value; {@code null} and the empty string set nothing
   */
  void tag(String key, @Nullable String value);

  /**
   * Sets a numeric tag.
   *
   * @param key the tag's name
   * @param value the tag's value
   */
  void tag(String key, Number value);

  /**
   * Sets a boolean tag.
   *
   * @param key the tag's name
   * @param value the tag's value
   */
  void tag(String key, boolean value);
}
