// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first element of a {@code Forwarded} header, which the proxy nearest to the client wrote. RFC
 * 7239 section 4; commas and semicolons within quotes are part of a value.
 */
final class ForwardedElement {
  private static final ForwardedElement NONE = new ForwardedElement("");

  private final Map<String, String> values = new HashMap<>();

  static ForwardedElement first(@Nullable String header) {
    return header == null ? NONE : new ForwardedElement(header);
  }

  private ForwardedElement(String header) {
    StringBuilder token = new StringBuilder();
    String name = null;
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (quoted && c == '\\' && i + 1 < header.length()) {
        i++;
        token.append(header.charAt(i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        token.append(c);
      } else if (c == '=' && name == null) {
        name = taken(token).toLowerCase(Locale.ROOT);
      } else if (c == ';' || c == ',') {
        put(name, taken(token));
        name = null;
        if (c == ',') {
          return;
        }
      } else {
        token.append(c);
      }
    }
    put(name, taken(token));
  }

  private static String taken(StringBuilder token) {
    String text = token.toString().trim();
    token.setLength(0);
    return text;
  }

  private void put(@Nullable String name, String value) {
    if (name != null && !value.isEmpty()) {
      values.putIfAbsent(name, value);
    }
  }

  /** The value of a parameter, or null when it was not sent or is empty. */
  @Nullable String get(String name) {
    return values.get(name);
  }
}
