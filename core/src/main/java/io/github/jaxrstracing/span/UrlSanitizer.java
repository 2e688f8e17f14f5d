// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes URLs fit for tags. Userinfo becomes {@code REDACTED:REDACTED@}. The values of secret
 * parameters become {@code REDACTED}; they are found in the query, in the fragment and in matrix
 * parameters, in any case, and also when their names are percent-encoded. The same is done to URLs
 * within the URL, however often they are percent-encoded.
 */
public final class UrlSanitizer {
  /** What stands where a secret was. */
  public static final String REDACTED = "REDACTED";

  /** The parameters whose values are secret unless others are named. */
  public static final Set<String> SECRET_PARAMETERS =
      Set.of(
          "AWSAccessKeyId",
          "Signature",
          "X-Amz-Signature",
          "X-Amz-Credential",
          "X-Amz-Security-Token",
          "sig",
          "X-Goog-Signature");

  private final UrlRedaction redaction;
  private final boolean dropQuery;
  private final @Nullable UnaryOperator<String> sanitizer;

  /**
   * Creates a sanitizer.
   *
   * @param secretParameters the names of the parameters to redact
   * @param dropQuery whether query and fragment are cut off
   * @param sanitizer gets each redacted URL last, or {@code null} for none
   */
  public UrlSanitizer(
      Collection<String> secretParameters,
      boolean dropQuery,
      @Nullable UnaryOperator<String> sanitizer) {
    this.redaction = new UrlRedaction(secretParameters);
    this.dropQuery = dropQuery;
    this.sanitizer = sanitizer;
  }

  /**
   * Sanitizes a URL.
   *
   * @param url an absolute or relative URL, not decoded
   * @return the same without secrets; the empty string when the user's function gave {@code null}
   */
  public String sanitize(String url) {
    String safe = redact(url);
    if (dropQuery) {
      safe = UrlParts.withoutQuery(safe);
    }
    if (sanitizer == null) {
      return safe;
    }
    @Nullable String own = sanitizer.apply(safe);
    return own == null ? "" : own;
  }

  /**
   * Redacts a text that is no URL but may hold some.
   *
   * @param text any text
   * @return the same without secrets
   */
  public String redact(String text) {
    return redaction.redact(text);
  }
}
