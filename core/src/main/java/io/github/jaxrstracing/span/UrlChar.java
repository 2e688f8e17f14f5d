// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

/**
 * One character of a URL and how often it is percent-encoded: {@code =} at level 0, {@code %3D} at
 * level 1, {@code %253D} at level 2. A URL that is the parameter of another one has its delimiters
 * one level further in. Both are packed into one number, so that reading makes no objects.
 */
final class UrlChar {
  // Deeper ones are read as text.
  private static final int MAX_LEVEL = 100;

  private UrlChar() {}

  static int at(String text, int index) {
    if (text.charAt(index) != '%') {
      return text.charAt(index);
    }
    int digits = index + 1;
    int level = 1;
    while (level < MAX_LEVEL && text.startsWith("25", digits) && hex(text, digits + 2) >= 0) {
      digits += 2;
      level++;
    }
    int code = hex(text, digits);
    return code < 0 ? '%' : level << 16 | code;
  }

  static char character(int read) {
    return (char) read;
  }

  static int level(int read) {
    return read >>> 16;
  }

  static int length(int read) {
    return 1 + 2 * level(read);
  }

  /** The number of two hexadecimal digits, or -1. */
  static int hex(CharSequence text, int index) {
    if (index + 1 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(index), 16);
    int low = Character.digit(text.charAt(index + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
