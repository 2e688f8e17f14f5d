// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.Collection;
import java.util.TreeSet;

/**
 * Takes secrets out of URLs, see {@link UrlSanitizer}. A URL with nothing to redact comes back as
 * it is.
 */
final class UrlRedaction {
  private final TreeSet<String> parameters = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  UrlRedaction(Collection<String> parameters) {
    this.parameters.addAll(parameters);
  }

  String redact(String url) {
    int authority = UrlParts.authority(url);
    if (authority < 0) {
      return redactParameters(url, 0);
    }
    int end = UrlParts.afterAuthority(url);
    int at = url.lastIndexOf('@', end - 1);
    if (at < authority) {
      return redactParameters(url, end);
    }
    String safe =
        url.substring(0, authority)
            + UrlSanitizer.REDACTED
            + ':'
            + UrlSanitizer.REDACTED
            + '@'
            + url.substring(at + 1);
    return redactParameters(safe, authority);
  }

  boolean isSecret(String parameter) {
    return parameters.contains(decode(parameter));
  }

  private String redactParameters(String text, int from) {
    StringBuilder safe = null;
    int copied = 0;
    boolean inQuery = false;
    int name = -1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?' || c == '#' || (c == '&' && inQuery) || c == ';') {
        inQuery |= c == '?' || c == '#';
        name = i + 1;
      } else if (c == '/' && !inQuery) {
        name = -1;
      } else if (c == '=' && name >= 0) {
        if (isSecret(text.substring(name, i))) {
          safe = safe == null ? new StringBuilder(text.length()) : safe;
          safe.append(text, copied, i + 1).append(UrlSanitizer.REDACTED);
          i = endOfValue(text, i + 1, inQuery) - 1;
          copied = i + 1;
        }
        name = -1;
      }
    }
    return safe == null ? text : safe.append(text, copied, text.length()).toString();
  }

  // In a query a semicolon may be part of the value: redacting too much is the safe side.
  private static int endOfValue(String text, int from, boolean inQuery) {
    String ends = inQuery ? "&#" : "/;?#";
    int end = from;
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String decode(String name) {
    if (name.indexOf('%') < 0) {
      return name;
    }
    StringBuilder decoded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      int code = c == '%' && i + 2 < name.length() ? hex(name, i + 1) : -1;
      decoded.append(code < 0 ? c : (char) code);
      i += code < 0 ? 0 : 2;
    }
    return decoded.toString();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
