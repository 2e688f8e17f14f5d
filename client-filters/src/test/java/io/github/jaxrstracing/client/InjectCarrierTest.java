// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.span.Guard;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectCarrierTest {
  private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
  private final InjectCarrier carrier = new InjectCarrier(headers, new Guard());

  @Test
  void replacesWhatIsThere() {
    headers.add("traceid", 1);
    headers.add("traceid", 2);

    carrier.put("traceid", "3");

    assertThat(headers).containsOnlyKeys("traceid");
    assertThat(headers.get("traceid")).containsExactly("3");
  }

  @ParameterizedTest
  @CsvSource({
    "'baggage-a', 'x\r\nAuthorization: y'",
    "'bagg\nage', 'x'",
    "'baggage', '\0'",
    "'', 'x'",
    "'tenant:id', 'x'",
    "'tenant id', 'x'",
    "'t\u00e9nant', 'x'",
    "'tenant', ' x'",
    "'tenant', 'x '",
    "'tenant', '\tx'",
    "'tenant', 'bl\u00fce'",
    "'tenant', '\u007f'",
  })
  void leavesOutWhatNoConnectorWouldSend(String name, String value) {
    carrier.put(
        name.replace("\\n", "\n"),
        value.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0"));

    assertThat(headers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a b", "a\tb", "!~"})
  void writesWhatEveryReceiverReadsAlike(String value) {
    carrier.put("baggage-tenant", value);

    assertThat(headers.getFirst("baggage-tenant")).isEqualTo(value);
  }

  @Test
  void isOnlyWritten() {
    assertThatThrownBy(carrier::iterator).isInstanceOf(UnsupportedOperationException.class);
  }
}
