// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes values of headers fit for tags. Where the header is known to hold URLs, each goes through
 * all of the {@link UrlSanitizer}; in all other headers secrets are looked for as in a URL.
 */
final class HeaderRedaction {
  private static final Set<String> URLS =
      Set.of(
          "content-location",
          "destination",
          "location",
          "origin",
          "referer",
          "x-forwarded-uri",
          "x-original-uri",
          "x-original-url");

  private static final Pattern REFRESH_URL =
      Pattern.compile("url\\s*=\\s*(['\"]?)", Pattern.CASE_INSENSITIVE);

  private HeaderRedaction() {}

  static String redact(String lowerCaseName, String value, UrlSanitizer urls) {
    return switch (lowerCaseName) {
      case "link" -> link(value, urls);
      case "refresh" -> refresh(value, urls);
      default -> URLS.contains(lowerCaseName) ? urls.sanitize(value) : urls.redact(value);
    };
  }

  /** Several URLs in angle brackets, each with parameters, RFC 8288 section 3. */
  private static String link(String value, UrlSanitizer urls) {
    StringBuilder safe = new StringBuilder(value.length());
    int copied = 0;
    for (int open = value.indexOf('<'); open >= 0; open = value.indexOf('<', copied)) {
      int close = value.indexOf('>', open);
      int end = close < 0 ? value.length() : close;
      safe.append(urls.redact(value.substring(copied, open + 1)));
      safe.append(urls.sanitize(value.substring(open + 1, end)));
      copied = end;
    }
    return safe.append(urls.redact(value.substring(copied))).toString();
  }

  /** Seconds, then a URL that may be quoted: {@code 5; url="https://example.com/"}. */
  private static String refresh(String value, UrlSanitizer urls) {
    Matcher url = REFRESH_URL.matcher(value);
    if (!url.find()) {
      return urls.redact(value);
    }
    String quote = url.group(1);
    int closing = quote.isEmpty() ? -1 : value.indexOf(quote, url.end());
    int end = closing < 0 ? value.length() : closing;
    return value.substring(0, url.end())
        + urls.sanitize(value.substring(url.end(), end))
        + urls.redact(value.substring(end));
  }
}
