// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.Scope;
import io.opentracing.Span;
import jakarta.ws.rs.client.Client;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Baggage may hold anything; a header may not. */
public abstract class BaggageContract extends ClientContract {
  @ParameterizedTest
  @ValueSource(strings = {"blue", "a b", "~!$&'*|;,=\"\\(){}[]<>?/:@", "x"})
  void whatHeadersCarryArrives(String value) {
    call(client(), "tenant", value);

    assertThat(arrived(0, "tenant")).isEqualTo(value);
    span();
  }

  @ParameterizedTest
  @CsvSource({
    "tenant:id, blue",
    "tenant id, blue",
    "tenant(id), blue",
    "t\u00e9nant, blue",
    "tenant, ' blue'",
    "tenant, 'blue '",
    "tenant, 'a\r\nAuthorization: b'",
    "tenant, 'a\0b'",
    "tenant, 'bl\u00fce'",
    "tenant, '\u9752'",
  })
  void whatNoHeaderCarriesFailsNoCallAndIsLoggedOnce(String key, String value) {
    Client client = client();

    call(client, key, value);
    call(client, key, value);

    spans(2);
    assertThat(server.received())
        .extracting(this::wire)
        .containsExactly(spans(2).get(0).ids(), spans(2).get(1).ids());
    assertThat(server.received())
        .allSatisfy(r -> assertThat(r.headers()).doesNotContainKey("Authorization"));
    // A tracer that encodes sends it all the same.
    assertThat(arrived(1, key)).isIn(null, value);
    assertThat(warnings.take()).hasSizeLessThanOrEqualTo(1);
  }

  private void call(Client client, String key, String value) {
    Span parent = tracer.buildSpan("parent").start();
    parent.setBaggageItem(key, value);
    try (Scope scope = tracer.activateSpan(parent)) {
      assertThat(scope).isNotNull();
      int status = status(client.target(server.uri("/a")).request().get());
      assertThat(status).isEqualTo(200);
    }
    parent.finish();
  }

  // The shim of OpenTelemetry encodes.
  private @Nullable String arrived(int call, String key) {
    String item = tracer.recorded().baggageIn(server.received().get(call).headers(), key);
    return item == null ? null : URLDecoder.decode(item, StandardCharsets.UTF_8);
  }
}
