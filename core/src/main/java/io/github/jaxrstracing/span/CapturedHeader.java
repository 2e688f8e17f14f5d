// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A header whose values become a tag, with its names made once.
 *
 * @param name the header's name as it was given, since not every message looks names up in any case
 * @param requestTag the tag for a request header
 * @param responseTag the tag for a response header
 */
public record CapturedHeader(String name, String requestTag, String responseTag) {
  /**
   * Makes the names for a header.
   *
   * @param name the header's name, in any case
   * @return the header
   */
  public static CapturedHeader of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return new CapturedHeader(
        name, "http.request.header." + lower, "http.response.header." + lower);
  }

  /**
   * Makes a value of this header fit for a tag: URLs in it are redacted.
   *
   * @param value the value, or {@code null} when the header was not sent
   * @param urls redacts it
   * @return the value for the tag
   */
  public @Nullable String value(@Nullable String value, UrlSanitizer urls) {
    return value == null
        ? null
        : HeaderRedaction.redact(name.toLowerCase(Locale.ROOT), value, urls);
  }
}
