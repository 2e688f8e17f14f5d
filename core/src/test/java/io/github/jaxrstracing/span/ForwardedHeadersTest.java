// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.FakeExchange;
import io.github.jaxrstracing.Forwarded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request came from 10.0.0.9 to http://shop:8080. */
class ForwardedHeadersTest {
  private final FakeExchange request = new FakeExchange();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for=192.0.2.60;proto=https;host=shop.example:444 | 192.0.2.60 | https | shop.example | 444",
        "For=\"[2001:db8::17]:4711\", for=10.0.0.1 | 2001:db8::17 | http | shop | 8080",
        "for=\"192.0.2.60:_port\" | 192.0.2.60 | http | shop | 8080",
        "for = 192.0.2.60 ; proto = HTTPS | 192.0.2.60 | https | shop | 8080",
        "secret=\"a,b;for=1.2.3.4\";for=192.0.2.60 | 192.0.2.60 | http | shop | 8080",
        "secret=\"a\\\",;b\";for=192.0.2.60 | 192.0.2.60 | http | shop | 8080",
        "for=\"192.0.2.60\";host=\"a.example\";proto=\"https\" | 192.0.2.60 | https | a.example | 443",
        "proto=https;host=shop.example | 10.0.0.9 | https | shop.example | 443",
        "proto=http, for=192.0.2.60 | 10.0.0.9 | http | shop | 8080",
        "for=192.0.2.60;for=192.0.2.61 | 192.0.2.60 | http | shop | 8080",
        "secret=\"for=192.0.2.60 | 10.0.0.9 | http | shop | 8080",
        ";;=,, | 10.0.0.9 | http | shop | 8080",
      })
  void readsForwarded(String value, String client, String scheme, String host, int port) {
    request.headers.put("forwarded", value);

    assertThat(ForwardedHeaders.of(request)).isEqualTo(new Forwarded(client, scheme, host, port));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-forwarded-for | 203.0.113.7, 10.0.0.1 | 203.0.113.7 | http | shop | 8080",
        "x-forwarded-for | 2001:db8::17 | 2001:db8::17 | http | shop | 8080",
        "x-forwarded-for | 203.0.113.7:4711 | 203.0.113.7 | http | shop | 8080",
        "x-forwarded-host | www.example | 10.0.0.9 | http | www.example | 80",
        "x-forwarded-proto | HTTPS | 10.0.0.9 | https | shop | 8080",
      })
  void readsWhatOlderProxiesSend(
      String header, String value, String client, String scheme, String host, int port) {
    request.headers.put(header, value);

    assertThat(ForwardedHeaders.of(request)).isEqualTo(new Forwarded(client, scheme, host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "_hidden",
        "_SEVKISEK",
        "\"unknown:4711\"",
        "\"_hidden:_port\"",
        "client.example",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3.4.",
        "\"[not-ip]\"",
        "a:b:zz",
        "\"\"",
      })
  void takesNothingButAnAddressForTheClient(String node) {
    request.headers.put("forwarded", "for=" + node);
    assertThat(ForwardedHeaders.of(request).clientAddress()).isEqualTo("10.0.0.9");

    request.headers.put("x-forwarded-for", node + ", 192.0.2.60");
    assertThat(ForwardedHeaders.of(request).clientAddress()).isEqualTo("10.0.0.9");
  }

  @Test
  void takesTheAddressOfAnOlderProxyWhereForwardedKeepsItBack() {
    request.headers.put("forwarded", "for=unknown");
    request.headers.put("x-forwarded-for", "203.0.113.7");

    assertThat(ForwardedHeaders.of(request).clientAddress()).isEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @CsvSource({
    "http, http, 8080",
    "WSS, wss, 8080",
    "ws, ws, 8080",
    "https, https, 8080",
    "ftp, http, 8080",
    "javascript, http, 8080",
    "h2, http, 8080",
  })
  void takesNothingButASchemeOfHttp(String proto, String scheme, int port) {
    request.headers.put("forwarded", "proto=" + proto);
    assertThat(ForwardedHeaders.of(request)).isEqualTo(withScheme(scheme, port));

    request.headers.clear();
    request.headers.put("x-forwarded-proto", proto);
    assertThat(ForwardedHeaders.of(request)).isEqualTo(withScheme(scheme, port));
  }

  private static Forwarded withScheme(String scheme, int port) {
    return new Forwarded("10.0.0.9", scheme, "shop", port);
  }

  @ParameterizedTest
  @CsvSource({"https, 443", "wss, 443", "ws, 80", "http, 80"})
  void takesTheDefaultPortOfTheSchemeThatAProxyWasAskedFor(String proto, int port) {
    request.port = 80;
    request.headers.put("x-forwarded-proto", proto);

    assertThat(ForwardedHeaders.of(request).port()).isEqualTo(port);
  }
}
