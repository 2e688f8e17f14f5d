// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

/** What a header may be that this library writes. */
public final class HeaderSyntax {
  private HeaderSyntax() {}

  /**
   * Tells whether a header may have this name, RFC 9110 section 5.1.
   *
   * @param name the name
   * @return whether it is a token
   */
  public static boolean isName(String name) {
    // A loop, since the client asks for each header of each call.
    for (int i = 0; i < name.length(); i++) {
      if (!isTokenCharacter(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  /**
   * Tells whether a header may have this value, RFC 9110 section 5.5 without obs-text: nobody knows
   * how the receiver would decode it.
   *
   * @param value the value
   * @return whether it is visible ASCII with blanks only in between
   */
  public static boolean isValue(String value) {
    int last = value.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = value.charAt(i);
      boolean isBlank = (c == ' ' || c == '\t') && i > 0 && i < last;
      if (!isBlank && (c <= ' ' || c > '~')) {
        return false;
      }
    }
    return true;
  }
}
