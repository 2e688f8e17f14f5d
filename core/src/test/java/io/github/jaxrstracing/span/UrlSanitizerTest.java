// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlSanitizerTest {
  private final UrlSanitizer sanitizer =
      new UrlSanitizer(UrlSanitizer.SECRET_PARAMETERS, false, null);

  @ParameterizedTest
  @CsvSource({
    "http://u:p@h/a, http://REDACTED:REDACTED@h/a",
    "http://u@h, http://REDACTED:REDACTED@h",
    "http://u:p@q@h/a, http://REDACTED:REDACTED@h/a",
    "//u:p@h/a, //REDACTED:REDACTED@h/a",
    "http://u:p@[::1]:80/a, http://REDACTED:REDACTED@[::1]:80/a",
    "http://h/a@b?c=d@e, http://h/a@b?c=d@e",
    "http://h/?sig=1, http://h/?sig=REDACTED",
    "http://h/?SIG=1&a=2, http://h/?SIG=REDACTED&a=2",
    "http://h/?a=2&Signature=1#f, http://h/?a=2&Signature=REDACTED#f",
    "http://h/?s%69g=1, http://h/?s%69g=REDACTED",
    "http://h/?sig=1;x=2&a=3, http://h/?sig=REDACTED&a=3",
    "http://h/p;sig=1/q;r=2, http://h/p;sig=REDACTED/q;r=2",
    "http://h/#sig=1&b=2, http://h/#sig=REDACTED&b=2",
    "http://h/?sig=1&sig=2, http://h/?sig=REDACTED&sig=REDACTED",
    "http://h/?a=sig=1, http://h/?a=sig=1",
    "http://h/?design=1&assig=2, http://h/?design=1&assig=2",
    "http://h?sig, http://h?sig",
    "/a?sig=1, /a?sig=REDACTED",
    "http://u:p@h?sig=1, http://REDACTED:REDACTED@h?sig=REDACTED",
  })
  void redacts(String url, String safe) {
    assertThat(sanitizer.sanitize(url)).isEqualTo(safe);
  }

  @Test
  void passesThroughWhatHasNoSecret() {
    String url = "https://example.com:8443/orders/7?full=true&page=2#top";

    assertThat(sanitizer.sanitize(url)).isSameAs(url);
  }

  @Test
  void redactsOnlyTheNamedParameters() {
    UrlSanitizer own = new UrlSanitizer(List.of("token"), false, null);

    assertThat(own.sanitize("http://h/?Token=1&sig=2")).isEqualTo("http://h/?Token=REDACTED&sig=2");
  }

  @Test
  void dropsTheQuery() {
    UrlSanitizer own = new UrlSanitizer(List.of(), true, null);

    assertThat(own.sanitize("http://u:p@h/a?b=c#d")).isEqualTo("http://REDACTED:REDACTED@h/a");
  }

  @Test
  void givesTheUsersFunctionARedactedUrl() {
    UrlSanitizer own = new UrlSanitizer(List.of("sig"), false, url -> url.replace("/7", "/*"));

    assertThat(own.sanitize("http://h/7?sig=1")).isEqualTo("http://h/*?sig=REDACTED");
  }

  @Test
  void givesNothingWhenTheUsersFunctionGivesNull() {
    UrlSanitizer own = new UrlSanitizer(List.of(), false, url -> null);

    assertThat(own.sanitize("http://h/")).isEmpty();
  }

  @Property
  void noUserinfoAndNoListedValueSurvives(@ForAll("secretUrls") SecretUrl url) {
    String safe = sanitizer.sanitize(url.text());

    assertThat(safe).doesNotContain(url.user()).doesNotContain(url.value());
    assertThat(sanitizer.sanitize(safe)).isEqualTo(safe);
  }

  @Property
  void takesAnything(@ForAll String text) {
    String safe = sanitizer.sanitize(text);

    assertThat(sanitizer.sanitize(safe)).isEqualTo(safe);
  }

  @Provide
  Arbitrary<SecretUrl> secretUrls() {
    Arbitrary<String> word =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars("0123456789.-_~@:=!$*'(),")
            .ofMaxLength(9);
    Arbitrary<String> junk =
        Arbitraries.strings().withCharRange('a', 'z').withChars("&;=?/%+@:").ofMaxLength(12);
    Arbitrary<String> name =
        Arbitraries.of(UrlSanitizer.SECRET_PARAMETERS).flatMap(UrlSanitizerTest::disguised);
    return Combinators.combine(
            Arbitraries.of("http://", "HTTPS://", "ftp://", "//"),
            word,
            Arbitraries.of("h", "example.com:8080", "[::1]:80", "my_host"),
            junk.map(j -> j.isEmpty() ? "" : '/' + j.replace("?", "")),
            Arbitraries.of("?", "?a=b&", "?a;", "#", "?x#"),
            name,
            word,
            Arbitraries.of("", "&z=1", "#end", "&sig=")
                .flatMap(end -> junk.map(j -> end.isEmpty() ? "" : end + j)))
        .as(
            (scheme, user, host, path, separator, parameter, value, end) -> {
              String secretUser = "USER" + user.replace("=", "") + "RESU";
              String secretValue = "VALUE" + value + "EULAV";
              return new SecretUrl(
                  scheme
                      + secretUser
                      + ":x@"
                      + host
                      + path
                      + separator
                      + parameter
                      + '='
                      + secretValue
                      + end,
                  secretUser,
                  secretValue);
            });
  }

  private static Arbitrary<String> disguised(String name) {
    return Arbitraries.integers()
        .between(0, name.length() - 1)
        .flatMap(
            at ->
                Arbitraries.of(
                    name,
                    name.toUpperCase(java.util.Locale.ROOT),
                    name.substring(0, at)
                        + String.format("%%%02x", (int) name.charAt(at))
                        + name.substring(at + 1)));
  }

  record SecretUrl(String text, String user, String value) {}
}
