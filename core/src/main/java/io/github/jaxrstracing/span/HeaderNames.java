// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

/** What RFC 9110 section 5.1 allows as the name of a header. */
public final class HeaderNames {
  private HeaderNames() {}

  /**
   * Tells whether a header may have this name.
   *
   * @param name the name
   * @return whether it is a token
   */
  public static boolean isValid(String name) {
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
}
