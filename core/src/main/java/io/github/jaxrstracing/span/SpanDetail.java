// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

/**
 * How much the spans of a feature tell.
 *
 * @param expandErrorLogs whether logs of exceptions have class, message and stack as well
 * @param maxTagValueLength from how many characters on names and the texts of tags are cut
 */
record SpanDetail(boolean expandErrorLogs, int maxTagValueLength) {
  static final SpanDetail DEFAULT = new SpanDetail(false, 1024);

  /**
   * Cuts a text that is too long, never between the two halves of a character. Secrets are taken
   * out before: the part that stays of a URL may not show what stood before an {@code @}.
   */
  String cut(String text) {
    if (text.length() <= maxTagValueLength) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(maxTagValueLength - 1));
    return text.substring(0, splits ? maxTagValueLength - 1 : maxTagValueLength);
  }
}
