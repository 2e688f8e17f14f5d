// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import org.jspecify.annotations.Nullable;

/**
 * Takes the values of secret parameters out of a URL and out of those within it, in one pass. Where
 * a delimiter may be part of a value, it counts as one: redacting too much is the safe side.
 */
final class ParameterRedaction {
  private final String text;
  private final UrlRedaction names;
  private @Nullable StringBuilder safe;
  private int copied;
  private boolean inQuery;
  private boolean inNestedQuery;

  // The name that is being read: where it begins, or -1; from which level on "=" ends it.
  private int name = -1;
  private int nameLevel;

  private ParameterRedaction(String text, UrlRedaction names) {
    this.text = text;
    this.names = names;
  }

  static String redact(String text, UrlRedaction names) {
    boolean mayHaveAny = text.indexOf('=') >= 0 || text.indexOf('%') >= 0;
    return mayHaveAny ? new ParameterRedaction(text, names).redacted() : text;
  }

  private String redacted() {
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int read = UrlChar.at(text, i);
      int level = UrlChar.level(read);
      next = i + UrlChar.length(read);
      switch (UrlChar.character(read)) {
        case '?', '#' -> {
          inQuery |= level == 0;
          inNestedQuery |= level > 0;
          beginName(next, 0);
        }
        case ';' -> beginName(next, 0);
        case '&' -> {
          if (inQuery || level > 0) {
            beginName(next, 0);
          }
        }
        case '/' -> {
          if (!inQuery && level == 0) {
            name = -1;
          }
        }
        case '=' -> next = endName(i, level, next);
        default -> {}
      }
    }
    return safe == null ? text : safe.append(text, copied, text.length()).toString();
  }

  private void beginName(int at, int fromLevel) {
    name = at;
    nameLevel = fromLevel;
  }

  /** Returns where to read on: after the value if that is secret. */
  private int endName(int end, int level, int value) {
    if (name < 0) {
      return value;
    }
    if (level < nameLevel || !names.isSecret(text.substring(name, end))) {
      // The value may itself be a list of parameters, one level further in.
      beginName(value, level + 1);
      return value;
    }
    safe = safe == null ? new StringBuilder(text.length()) : safe;
    safe.append(text, copied, value).append(UrlSanitizer.REDACTED);
    copied = endOfValue(value, level);
    name = -1;
    return copied;
  }

  private int endOfValue(int from, int level) {
    int read;
    for (int i = from; i < text.length(); i += UrlChar.length(read)) {
      read = UrlChar.at(text, i);
      if (UrlChar.level(read) <= level && isEnd(UrlChar.character(read), UrlChar.level(read))) {
        return i;
      }
    }
    return text.length();
  }

  // In a query a semicolon or a slash may be part of the value.
  private boolean isEnd(char c, int level) {
    boolean ofQuery = level == 0 ? inQuery : inQuery || inNestedQuery;
    return (ofQuery ? "&#" : "/;?#").indexOf(c) >= 0;
  }
}
