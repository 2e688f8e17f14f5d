// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import org.jspecify.annotations.Nullable;

/** Takes the userinfo out of a URL and out of those within it, in one pass. */
final class UserinfoRedaction {
  private static final String USERINFO = UrlSanitizer.REDACTED + ':' + UrlSanitizer.REDACTED;

  private final String text;
  private @Nullable StringBuilder safe;
  private int copied;

  // The authority that is being read: where it begins, or -1; the level of its slashes; whether
  // userinfo was cut out of it.
  private int authority = -1;
  private int level;
  private boolean isCut;
  private boolean inQuery;

  private UserinfoRedaction(String text) {
    this.text = text;
  }

  static String redact(String text) {
    boolean mayHaveAny = text.indexOf('@') >= 0 || text.indexOf('%') >= 0;
    return mayHaveAny ? new UserinfoRedaction(text).redacted() : text;
  }

  private String redacted() {
    // What precedes a slash that may be the second one: a scheme's colon, "=" or nothing.
    boolean first = true;
    boolean slash = false;
    int read;
    for (int i = 0; i < text.length(); i += UrlChar.length(read)) {
      read = UrlChar.at(text, i);
      char c = UrlChar.character(read);
      if (slash && c == '/' && !isInside(UrlChar.level(read))) {
        authority = i + UrlChar.length(read);
        level = UrlChar.level(read);
        isCut = false;
      } else {
        readAuthority(c, UrlChar.level(read), i);
      }
      slash = first && c == '/';
      first = c == ':' || c == '=';
    }
    return safe == null ? text : safe.append(text, copied, text.length()).toString();
  }

  // Slashes that are encoded once more than those of the authority are part of its userinfo.
  private boolean isInside(int at) {
    return authority >= 0 && at > level;
  }

  private void readAuthority(char c, int at, int index) {
    if (c == '@' && authority >= 0) {
      cut(index);
    } else if (isEnd(c, at)) {
      authority = -1;
    }
    inQuery |= at == 0 && (c == '?' || c == '#');
  }

  private void cut(int at) {
    safe = safe == null ? new StringBuilder(text.length()) : safe;
    if (!isCut) {
      safe.append(text, copied, authority).append(USERINFO);
    }
    isCut = true;
    copied = at;
  }

  // An ampersand is legal in userinfo, but ends the parameter that the URL is in.
  private boolean isEnd(char c, int at) {
    return switch (c) {
      case '/', '?', '#' -> at <= level;
      case '&' -> at == 0 ? inQuery : at < level;
      default -> false;
    };
  }
}
