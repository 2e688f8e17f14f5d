// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import java.util.List;

/** Path templates as one route, without the regular expressions of their parameters. */
final class Routes {
  private Routes() {}

  /** Joins templates, outermost first; each may or may not begin and end with a slash. */
  static String of(List<String> templates) {
    String route = "";
    for (String template : templates) {
      route = join(route, withoutRegex(template));
    }
    return route.isEmpty() ? "/" : route;
  }

  static String join(String first, String second) {
    String left = first.endsWith("/") ? first.substring(0, first.length() - 1) : first;
    String right = second.startsWith("/") ? second.substring(1) : second;
    String trimmed = right.endsWith("/") ? right.substring(0, right.length() - 1) : right;
    return trimmed.isEmpty() && !left.isEmpty() ? left : left + '/' + trimmed;
  }

  private static String withoutRegex(String template) {
    StringBuilder plain = new StringBuilder(template.length());
    int depth = 0;
    boolean inRegex = false;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      depth += c == '{' ? 1 : 0;
      inRegex |= depth == 1 && c == ':';
      boolean skipped = inRegex || (depth > 0 && Character.isWhitespace(c));
      depth -= c == '}' ? 1 : 0;
      inRegex &= depth > 0;
      if (!skipped || depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
