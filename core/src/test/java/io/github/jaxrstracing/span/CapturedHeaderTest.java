// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapturedHeaderTest {
  private final UrlSanitizer urls = new UrlSanitizer(UrlSanitizer.SECRET_PARAMETERS, false, null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Location | https://u:p@h/a?sig=abc | https://REDACTED:REDACTED@h/a?sig=REDACTED",
        "location | /a?next=https%3A%2F%2Fh%3Fsig%3Dabc | /a?next=https%3A%2F%2Fh%3Fsig%3DREDACTED",
        "Referer | https://h/a?sig=abc | https://h/a?sig=REDACTED",
        "Link | <https://h/2?sig=abc>; rel=\"next\", <https://u:p@h/9>; rel=last"
            + " | <https://h/2?sig=REDACTED>; rel=\"next\", <https://REDACTED:REDACTED@h/9>; rel=last",
        "LINK | </2?sig=abc>; rel=next; anchor=\"https://u:p@h\""
            + " | </2?sig=REDACTED>; rel=next; anchor=\"https://REDACTED:REDACTED@h\"",
        "Link | <https://h/2?sig=abc | <https://h/2?sig=REDACTED",
        "Refresh | 5; url=https://h/?sig=abc | 5; url=https://h/?sig=REDACTED",
        "Refresh | 5;URL='https://u:p@h/?sig=abc' | 5;URL='https://REDACTED:REDACTED@h/?sig=REDACTED'",
        "Refresh | \u0130\u0130; Url = /a?sig=abc | \u0130\u0130; Url = /a?sig=REDACTED",
        "Refresh | 5;URL=\"https://h/?sig=abc | 5;URL=\"https://h/?sig=REDACTED",
        "X-Callback | see https://u:p@h/?sig=abc&x=1 | see https://REDACTED:REDACTED@h/?sig=REDACTED&x=1",
      })
  void redactsUrls(String name, String value, String safe) {
    assertThat(CapturedHeader.of(name).value(value, urls)).isEqualTo(safe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Link | <https://h/2>; rel=next, </9>; rel=last",
        "Refresh | 5",
        "Refresh | 5; url=",
        "Location | /orders/7",
        "X-Tenant | a;b=c",
        "Cookie | a=1; b=2",
        "Accept | text/html;q=0.9, */*",
      })
  void keepsTheRest(String name, String value) {
    assertThat(CapturedHeader.of(name).value(value, urls)).isEqualTo(value);
  }

  @Test
  void hasNoValueForAHeaderThatWasNotSent() {
    assertThat(CapturedHeader.of("Link").value(null, urls)).isNull();
  }

  @Test
  void givesEachUrlToTheFunctionOfTheUserAndNothingElse() {
    UrlSanitizer own = new UrlSanitizer(List.of(), true, url -> url.replace("/7", "/*"));

    assertThat(CapturedHeader.of("Link").value("</7?a=b>; rel=\"/7\", </7>", own))
        .isEqualTo("</*>; rel=\"/7\", </*>");
    assertThat(CapturedHeader.of("Refresh").value("5;url=/7?a=b", own)).isEqualTo("5;url=/*");
    assertThat(CapturedHeader.of("X-Tenant").value("/7?a=b", own)).isEqualTo("/7?a=b");
  }
}
