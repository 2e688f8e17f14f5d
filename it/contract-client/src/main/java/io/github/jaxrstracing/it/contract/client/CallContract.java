// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMapAdapter;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The span of a call that is answered. */
public abstract class CallContract extends ClientContract {
  @ParameterizedTest
  @EnumSource(Mode.class)
  @Behaviour({"sync", "async", "rx"})
  void isChildOfTheCallersSpanAndIsOnTheWire(Mode mode) throws Exception {
    Span parent = inParent(() -> status(mode.get(request("/orders?page=2"))));

    FinishedSpan span = assertChildOf(parent, "/orders?page=2", 200);
    assertThat(span.tags())
        .containsEntry("component", "jaxrs")
        .containsEntry("peer.hostname", "127.0.0.1")
        .doesNotContainKey("error");
    assertThat(span.tags().get("peer.port")).isEqualTo(keptPort(server.port()));
    assertThat(span.isError()).isFalse();
    assertThat(span.logs()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  @Behaviour({"sync", "async", "rx"})
  void isChildOfTheCallersSpanAndErrorWhenTheStatusIs(Mode mode) throws Exception {
    Span parent = inParent(() -> status(mode.get(request("/status/404"))));

    FinishedSpan span = assertChildOf(parent, "/status/404", 404);
    assertThat(span.isError()).isTrue();
  }

  private FinishedSpan assertChildOf(Span parent, String path, int status) {
    FinishedSpan span = span();
    assertThat(span.parentId()).isEqualTo(parent.context().toSpanId());
    assertThat(span.traceId()).isEqualTo(parent.context().toTraceId());
    assertThat(span.name()).isEqualTo("GET");
    assertThat(span.tags())
        .containsEntry("http.method", "GET")
        .containsEntry("http.url", server.uri(path).toString())
        .containsEntry("http.status_code", kept(status));
    assertThat(server.received()).extracting(this::wire).containsExactly(span.ids());
    return span;
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  @Behaviour({"sync", "async", "rx"})
  void isRootWithoutParent(Mode mode) throws Exception {
    status(mode.get(request("/orders")));

    assertThat(span().parentId()).isNull();
    assertThat(span().isError()).isFalse();
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
    assertThat(span().tags())
        .containsEntry("http.status_code", kept(code))
        .doesNotContainKey("error");
    assertThat(span().isError()).isEqualTo(isError);
  }

  @Test
  void leavesRequestAndResponseBodiesAlone() {
    String answer = request("/echo").post(Entity.text("some text"), String.class);

    assertThat(answer).isEqualTo("some text");
    assertThat(span().name()).isEqualTo("POST");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void redirectIsOneSpanWithTheFinalStatus(Mode mode) throws Exception {
    int status = status(mode.get(request("/redirect")));

    assertThat(status).isEqualTo(200);
    assertThat(span().tags()).containsEntry("http.status_code", kept(200));
    assertThat(server.received())
        .extracting(TinyServer.Received::path)
        .containsExactly("/redirect", "/target");
    assertThat(server.received()).extracting(this::wire).containsOnly(span().ids());
  }

  @Test
  void sameInvocationTwiceIsTwoSpans() {
    Invocation invocation = request("/orders").buildGet();

    status(invocation.invoke());
    status(invocation.invoke());

    List<FinishedSpan> spans = spans(2);
    assertThat(server.received())
        .extracting(this::wire)
        .containsExactly(spans.get(0).ids(), spans.get(1).ids());
  }

  @Test
  void sameBuilderTwiceIsTwoSpans() {
    Invocation.Builder request = request("/orders");

    status(request.get());
    status(request.get());

    List<FinishedSpan> spans = spans(2);
    assertThat(server.received())
        .extracting(this::wire)
        .containsExactly(spans.get(0).ids(), spans.get(1).ids());
  }

  @Test
  void retryByTheApplicationIsSiblingOfTheFirstTry() throws Exception {
    Span parent =
        inParent(
            () -> {
              Invocation.Builder request = request("/status/503");
              return status(request.get()) + status(request.get());
            });

    assertThat(spans(2))
        .extracting(FinishedSpan::parentId)
        .containsOnly(parent.context().toSpanId());
  }

  @Test
  void existingTraceHeadersAreReplaced() {
    Invocation.Builder request = request("/orders");
    for (String name : traceHeaders()) {
      request.header(name, "98").header(name.toUpperCase(Locale.ROOT), 99);
    }

    int status = status(request.get());

    assertThat(status).isEqualTo(200);
    assertThat(server.received()).extracting(this::wire).containsExactly(span().ids());
  }

  /** The names of the headers that the tracer itself writes. */
  private Set<String> traceHeaders() {
    Tracer another = newTracer().tracer();
    Map<String, String> headers = new HashMap<>();
    another.inject(
        another.buildSpan("another").start().context(),
        Format.Builtin.HTTP_HEADERS,
        new TextMapAdapter(headers));
    return headers.keySet();
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

    assertThat(spans(2))
        .extracting(s -> s.tags().get("peer.port"))
        .containsExactly(keptPort(80), keptPort(443));
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

    assertThat(span().tags()).containsEntry("peer.hostname", host);
    assertThat(span().tags().get("peer.port")).isEqualTo(keptPort(8080));
  }

  @Test
  void ipv6AddressIsTaggedWithoutBrackets() throws Exception {
    try (TinyServer ipv6 = new TinyServer("::1")) {
      int status = status(request(ipv6.uri("/orders")).get());

      assertThat(status).isEqualTo(200);
      assertThat(span().tags())
          .containsEntry("peer.hostname", "::1")
          .containsEntry("http.url", ipv6.uri("/orders").toString());
      assertThat(span().tags().get("peer.port")).isEqualTo(keptPort(ipv6.port()));
      assertThat(ipv6.received()).extracting(this::wire).containsExactly(span().ids());
    }
  }
}
