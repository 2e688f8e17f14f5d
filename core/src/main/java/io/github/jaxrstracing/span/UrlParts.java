// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import org.jspecify.annotations.Nullable;

/** Cuts a URL into its parts without judging whether it is a legal one. */
final class UrlParts {
  private UrlParts() {}

  static String path(String url) {
    int start = afterAuthority(url);
    return url.substring(start, endOf(url, start, "?#"));
  }

  static @Nullable String query(String url) {
    int mark = endOf(url, afterAuthority(url), "?#");
    if (mark == url.length() || url.charAt(mark) == '#') {
      return null;
    }
    return url.substring(mark + 1, endOf(url, mark, "#"));
  }

  static String withoutQuery(String url) {
    return url.substring(0, endOf(url, afterAuthority(url), "?#"));
  }

  /** Where the authority starts, or -1 when the URL has none. */
  static int authority(String url) {
    int slashes = endOf(url, 0, "/?#");
    boolean scheme = slashes == 0 || url.charAt(slashes - 1) == ':';
    return scheme && url.startsWith("//", slashes) ? slashes + 2 : -1;
  }

  static int afterAuthority(String url) {
    int authority = authority(url);
    return authority < 0 ? 0 : endOf(url, authority, "/?#");
  }

  private static int endOf(String url, int from, String ends) {
    int end = from;
    while (end < url.length() && ends.indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
