// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import org.jspecify.annotations.Nullable;

/** How a request ended, as tags see it. */
public interface HttpResponse {
  /**
   * The final status code.
   *
   * @return the status code, or 0 when there was no response
   */
  int status();

  /**
   * What went wrong: on the server an exception that led to a 5xx or broke the response, on the
   * client an exception instead of a response.
   *
   * @return the exception, unwrapped, or {@code null} when there was none
   */
  @Nullable Throwable error();

  /**
   * A response header.
   *
   * @param name the header's name, in any case
   * @return the value, repeated ones joined with a comma, or {@code null} when there is none
   */
  @Nullable String responseHeader(String name);
}
