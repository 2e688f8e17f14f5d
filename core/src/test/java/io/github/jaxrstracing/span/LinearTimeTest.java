// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpTags;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sixteen times as much text costs about sixteen times as much time; 256 times if it is squared.
 */
class LinearTimeTest {
  private static final int FEW = 8_000;
  private static final int MANY = 16 * FEW;
  private static final int MOST = 80;

  private static final UrlSanitizer URLS =
      new UrlSanitizer(UrlSanitizer.SECRET_PARAMETERS, false, null);

  private static final List<Consumer<String>> READERS =
      List.of(
          URLS::sanitize,
          text -> URLS.sanitize("http://h/?" + text),
          text -> CapturedHeader.of("Link").value(text, URLS),
          text -> CapturedHeader.of("Refresh").value(text, URLS),
          text -> CapturedHeader.of("X-Any").value(text, URLS),
          text -> forwarded("forwarded", text),
          text -> forwarded("x-forwarded-for", text),
          text -> forwarded("x-forwarded-host", text),
          HeaderSyntax::isValue);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "%",
        "%25",
        "%2525",
        "%3D",
        "=",
        "&",
        "&sig=",
        "a=",
        ";",
        "/",
        "//",
        "//@",
        "@",
        "<",
        "<>",
        "url",
        "url=",
        "url ",
        "\"",
        "\\",
        ",",
        "for=\"",
        "http://u:p@h?sig=a&",
        "%2F%2Fu%40",
        "[",
        ":",
        " "
      })
  void readsInLinearTime(String unit) {
    String few = unit.repeat(FEW / unit.length());
    String many = unit.repeat(MANY / unit.length());
    for (int i = 0; i < READERS.size(); i++) {
      Consumer<String> reader = READERS.get(i);
      long base = Math.max(fastest(reader, few), 20_000); // less cannot be measured
      assertThat((double) fastest(reader, many) / base).as("reader " + i).isLessThan(MOST);
    }
  }

  private static long fastest(Consumer<String> reader, String text) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      reader.accept(text);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  private static void forwarded(String header, String value) {
    TestExchange exchange = TestExchange.speaking(HttpTags.OPENTELEMETRY);
    exchange.headers = Map.of(header, value);
    ForwardedHeaders.of(exchange);
  }
}
