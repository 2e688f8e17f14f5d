// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "127.0.0.1",
        "192.0.2.60",
        "255.255.255.255",
        "::",
        "::1",
        "1::",
        "2001:db8::17",
        "1:2:3:4:5:6:7:8",
        "::ffff:192.0.2.60",
        "1:2:3:4:5:6:192.0.2.60",
        "fe80::1%eth0",
      })
  void takesAddresses(String address) {
    assertThat(IpAddress.isLiteral(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop",
        "1",
        "1.2.3",
        "1.2.3.4.",
        "1.2.3.4.5",
        "256.1.1.1",
        "cafe",
        ":",
        "1:2:3",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7:8:9",
        "g::1",
        "1.2.3.4 ",
        "unknown",
        "_hidden",
      })
  void takesNothingElse(String text) {
    assertThat(IpAddress.isLiteral(text)).isFalse();
  }
}
