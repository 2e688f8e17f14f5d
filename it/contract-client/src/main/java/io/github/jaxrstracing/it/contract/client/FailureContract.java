// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.opentracing.Span;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The span of a call that fails: one, finished, with error and log. */
public abstract class FailureContract extends ClientContract {
  private static final String ENDING = "{0}, where the connector ends failed calls of this kind";

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  @Behaviour("refused")
  void connectionRefused(Mode mode) {
    URI uri = BrokenServer.refusing();

    FinishedSpan span = failed(mode, client(), uri);

    assertThat(span.tags())
        .containsEntry("peer.hostname", "127.0.0.1")
        .doesNotContainKey("http.status_code");
    assertThat(span.tags().get("peer.port")).isEqualTo(keptPort(uri.getPort()));
  }

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  @Behaviour("refused")
  void unknownHost(Mode mode) {
    FinishedSpan span = failed(mode, client(), URI.create("http://nowhere.invalid:8080/orders"));

    assertThat(span.tags()).containsEntry("peer.hostname", "nowhere.invalid");
  }

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  @Behaviour("time-out")
  void connectTimeOut(Mode mode) throws Exception {
    // Both, because the JDK's HttpClient as Jersey uses it knows one time-out for everything.
    Client client =
        client(
            b ->
                traced(b)
                    .connectTimeout(300, TimeUnit.MILLISECONDS)
                    .readTimeout(300, TimeUnit.MILLISECONDS));

    try (BrokenServer full = BrokenServer.full()) {
      failed(mode, client, full.uri("http"));
    }
  }

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  @Behaviour("time-out")
  void readTimeOut(Mode mode) {
    Client client = client(b -> traced(b).readTimeout(300, TimeUnit.MILLISECONDS));

    failed(mode, client, server.uri("/slow"));

    assertThat(server.received()).isNotEmpty();
  }

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  void serverClosesWithoutAnswer(Mode mode) throws Exception {
    try (BrokenServer broken = BrokenServer.sending("")) {
      failed(mode, client(), broken.uri("http"));
    }
  }

  // The span ends with the head of the response, before the entity is read, and whether the reader
  // of the entity notices differs; a connector that reads the whole response first has an error.
  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  void serverClosesMidResponse(Mode mode) throws Exception {
    assumeThat(mode == Mode.SYNC || asyncFailuresEnd()).isTrue();
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nContent-Type: text/plain\r\n\r\nhalf";
    try (BrokenServer broken = BrokenServer.sending(half)) {
      Throwable thrown =
          catchThrowable(() -> status(mode.get(client().target(broken.uri("http")).request())));

      FinishedSpan span = span();
      if (span.isError()) {
        assertThat(thrown).isNotNull();
        assertThat(span.logs()).hasSize(1);
      } else {
        assertThat(span.tags()).containsEntry("http.status_code", kept(200));
      }
    }
  }

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  void tlsFailure(Mode mode) throws Exception {
    try (BrokenServer plain = BrokenServer.sendingAtOnce("HTTP/1.1 400 No TLS here\r\n\r\n")) {
      failed(mode, client(), plain.uri("https"));
    }
  }

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  @Behaviour("filter throws")
  void filterAfterOursThrows(Mode mode) {
    IllegalStateException thrown = new IllegalStateException("by a filter");
    Client client = client(b -> traced(b).register(Filters.throwing(thrown)));

    FinishedSpan span = failed(mode, client, server.uri("/orders"), true);

    assertLogged(span, thrown);
    assertThat(server.received()).isEmpty();
  }

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  @Behaviour("filter throws")
  void filterBeforeOursThrows(Mode mode) {
    IllegalStateException thrown = new IllegalStateException("by a filter");
    Client client = client(b -> traced(b).register(Filters.throwing(thrown), Filters.EARLY));

    FinishedSpan span = failed(mode, client, server.uri("/orders"), true);

    assertLogged(span, thrown);
  }

  @ParameterizedTest(name = ENDING)
  @EnumSource(Mode.class)
  @Behaviour("filter throws")
  void responseFilterThrows(Mode mode) {
    IllegalStateException thrown = new IllegalStateException("by a filter");
    Client client = client(b -> traced(b).register(Filters.throwingOnResponse(thrown)));

    FinishedSpan span = failed(mode, client, server.uri("/orders"), true);

    assertLogged(span, thrown);
    if (mode == Mode.SYNC) {
      assertThat(span.tags()).containsEntry("http.status_code", kept(200));
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void abortedAfterOurs(Mode mode) throws Exception {
    Client client = client(b -> traced(b).register(Filters.abortingWith(403)));

    int status = status(mode.get(client.target(server.uri("/orders")).request()));

    assertThat(status).isEqualTo(403);
    assertThat(span().tags()).containsEntry("http.status_code", kept(403));
    assertThat(span().isError()).isTrue();
    assertThat(server.received()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void abortedBeforeOursWasNeverSentAndHasNoSpan(Mode mode) throws Exception {
    Client client = client(b -> traced(b).register(Filters.abortingWith(403), Filters.EARLY));

    int status = status(mode.get(client.target(server.uri("/orders")).request()));

    assertThat(status).isEqualTo(403);
    spans(0);
  }

  @Test
  void webApplicationExceptionOfTheCallerIsNotLogged() {
    assertThatThrownBy(() -> request("/status/404").get(String.class))
        .isInstanceOf(NotFoundException.class);

    assertThat(span().tags()).containsEntry("http.status_code", kept(404));
    assertThat(span().isError()).isTrue();
  }

  private ClientBuilder traced(ClientBuilder builder) {
    return builder.register(new ClientTracingFeature(tracer));
  }

  private FinishedSpan failed(Mode mode, Client client, URI uri) {
    return failed(mode, client, uri, asyncFailuresEnd());
  }

  private FinishedSpan failed(Mode mode, Client client, URI uri, boolean asyncFailuresEnd) {
    assumeThat(mode == Mode.SYNC || asyncFailuresEnd).isTrue();
    Span[] parent = new Span[1];

    assertThatThrownBy(
            () -> parent[0] = inParent(() -> mode.get(client.target(uri).request()).getStatus()))
        .isInstanceOf(Exception.class);

    FinishedSpan span = span();
    assertThat(span.parentId()).isNotNull();
    assertThat(span.isError()).isTrue();
    assertThat(span.tags()).containsEntry("http.url", uri.toString());
    assertThat(span.logs()).hasSize(1);
    if (tracer.recorded().keepsOnlyText()) {
      assertThat(span.logs().get(0))
          .contains("event=error", "error.object=", "Exception")
          .doesNotContain(ProcessingException.class.getName());
    } else {
      assertThat(span.exceptions()).singleElement().isNotInstanceOf(ProcessingException.class);
    }
    return span;
  }

  private void assertLogged(FinishedSpan span, Throwable thrown) {
    assertThat(span.logs()).singleElement().asString().contains(thrown.toString());
    if (!tracer.recorded().keepsOnlyText()) {
      assertThat(span.exceptions()).singleElement().isSameAs(thrown);
    }
  }
}
