// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.opentracing.mock.MockSpan;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The span of a call that is answered. */
public abstract class CallContract extends ClientContract {
  @ParameterizedTest
  @EnumSource(Mode.class)
  void isChildOfTheCallersSpanAndIsOnTheWire(Mode mode) throws Exception {
    MockSpan parent = inParent(() -> status(mode.get(request("/orders?page=2"))));

    MockSpan span = span();
    assertThat(span.parentId()).isEqualTo(parent.context().spanId());
    assertThat(span.context().traceId()).isEqualTo(parent.context().traceId());
    assertThat(span.operationName()).isEqualTo("GET");
    assertThat(span.tags())
        .containsEntry("component", "jaxrs")
        .containsEntry("http.method", "GET")
        .containsEntry("http.url", server.uri("/orders?page=2").toString())
        .containsEntry("http.status_code", 200)
        .containsEntry("peer.hostname", "127.0.0.1")
        .containsEntry("peer.port", server.port())
        .doesNotContainKey("error");
    assertThat(span.logEntries()).isEmpty();
    assertThat(server.received()).extracting(ClientContract::wire).containsExactly(wire(span));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void isRootWithoutParent(Mode mode) throws Exception {
    status(mode.get(request("/orders")));

    assertThat(span().parentId()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "200, false",
    "204, false",
    "304, false",
    "399, false",
    "400, true",
    "404, true",
    "499, true",
    "500, true",
    "503, true",
    "599, true"
  })
  void statusIsNumberAndErrorFrom400(int code, boolean isError) {
    int status = status(request("/status/" + code).get());

    assertThat(status).isEqualTo(code);
    assertThat(span().tags()).containsEntry("http.status_code", code);
    assertThat(span().tags().get("error")).isEqualTo(isError ? true : null);
  }

  @Test
  void leavesRequestAndResponseBodiesAlone() {
    String answer = request("/echo").post(Entity.text("some text"), String.class);

    assertThat(answer).isEqualTo("some text");
    assertThat(span().operationName()).isEqualTo("POST");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void redirectIsOneSpanWithTheFinalStatus(Mode mode) throws Exception {
    int status = status(mode.get(request("/redirect")));

    assertThat(status).isEqualTo(200);
    assertThat(span().tags()).containsEntry("http.status_code", 200);
    assertThat(server.received())
        .extracting(TinyServer.Received::path)
        .containsExactly("/redirect", "/target");
    assertThat(server.received()).extracting(ClientContract::wire).containsOnly(wire(span()));
  }

  @Test
  void sameInvocationTwiceIsTwoSpans() {
    Invocation invocation = request("/orders").buildGet();

    status(invocation.invoke());
    status(invocation.invoke());

    List<MockSpan> spans = spans(2);
    assertThat(server.received())
        .extracting(ClientContract::wire)
        .containsExactly(wire(spans.get(0)), wire(spans.get(1)));
  }

  @Test
  void sameBuilderTwiceIsTwoSpans() {
    Invocation.Builder request = request("/orders");

    status(request.get());
    status(request.get());

    List<MockSpan> spans = spans(2);
    assertThat(server.received())
        .extracting(ClientContract::wire)
        .containsExactly(wire(spans.get(0)), wire(spans.get(1)));
  }

  @Test
  void retryByTheApplicationIsSiblingOfTheFirstTry() throws Exception {
    MockSpan parent =
        inParent(
            () -> {
              Invocation.Builder request = request("/status/503");
              return status(request.get()) + status(request.get());
            });

    assertThat(spans(2)).extracting(MockSpan::parentId).containsOnly(parent.context().spanId());
  }

  @Test
  void existingTraceHeadersAreReplaced() {
    int status =
        status(
            request("/orders")
                .header("traceid", "98")
                .header("TraceId", "99")
                .header("spanid", 1)
                .get());

    assertThat(status).isEqualTo(200);
    assertThat(server.received()).extracting(ClientContract::wire).containsExactly(wire(span()));
  }

  @Test
  void portOfUrlWithoutPortIsThatOfItsScheme() {
    Client client =
        client(
            builder ->
                builder
                    .register(new ClientTracingFeature(tracer))
                    .register(Filters.abortingWith(200)));

    status(client.target("http://orders.invalid/a").request().get());
    status(client.target("https://orders.invalid/a").request().get());

    assertThat(spans(2)).extracting(s -> s.tags().get("peer.port")).containsExactly(80, 443);
    assertThat(spans(2))
        .extracting(s -> s.tags().get("peer.hostname"))
        .containsOnly("orders.invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my_service", "a_b.orders_1.invalid"})
  void hostsThatAreNoDnsNamesAreTagged(String host) {
    Client client =
        client(
            builder ->
                builder
                    .register(new ClientTracingFeature(tracer))
                    .register(Filters.abortingWith(200)));

    status(client.target("http://" + host + ":8080/a").request().get());

    assertThat(span().tags()).containsEntry("peer.hostname", host).containsEntry("peer.port", 8080);
  }

  @Test
  void ipv6AddressIsTaggedWithoutBrackets() throws Exception {
    try (TinyServer ipv6 = new TinyServer("::1")) {
      int status = status(request(ipv6.uri("/orders")).get());

      assertThat(status).isEqualTo(200);
      assertThat(span().tags())
          .containsEntry("peer.hostname", "::1")
          .containsEntry("peer.port", ipv6.port())
          .containsEntry("http.url", ipv6.uri("/orders").toString());
      assertThat(ipv6.received()).extracting(ClientContract::wire).containsExactly(wire(span()));
    }
  }
}
