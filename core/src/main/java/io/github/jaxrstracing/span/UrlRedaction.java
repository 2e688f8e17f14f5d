// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.Collection;
import java.util.TreeSet;

/**
 * Takes secrets out of URLs and of the URLs within them, see {@link UrlSanitizer}, in time that is
 * linear in their length. A URL with nothing to redact comes back as it is.
 */
final class UrlRedaction {
  private final TreeSet<String> parameters = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  UrlRedaction(Collection<String> parameters) {
    this.parameters.addAll(parameters);
  }

  String redact(String text) {
    return ParameterRedaction.redact(UserinfoRedaction.redact(text), this);
  }

  boolean isSecret(String parameter) {
    return parameters.contains(decode(parameter));
  }

  // However often it was encoded: each three characters that are one are replaced where they end.
  private static String decode(String name) {
    if (name.indexOf('%') < 0) {
      return name;
    }
    StringBuilder decoded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      decoded.append(name.charAt(i));
      int start = decoded.length() - 3;
      while (start >= 0 && decoded.charAt(start) == '%' && UrlChar.hex(decoded, start + 1) >= 0) {
        char code = (char) UrlChar.hex(decoded, start + 1);
        decoded.setLength(start);
        decoded.append(code);
        start = decoded.length() - 3;
      }
    }
    return decoded.toString();
  }
}
