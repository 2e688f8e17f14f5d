// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.github.jaxrstracing.it.contract.client.Mode;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.opentracing.Span;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Feature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.glassfish.jersey.client.authentication.HttpAuthenticationFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Jersey answers a 401 by a call of its own, with the properties of the first. */
class AuthenticationTest extends ClientContract implements OnHttpUrlConnection {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer guarded;

  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @BeforeEach
  void startGuardedServer() throws IOException {
    guarded = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    guarded.createContext("/basic", exchange -> answer(exchange, "Basic realm=\"r\""));
    guarded.createContext(
        "/digest", exchange -> answer(exchange, "Digest realm=\"r\", nonce=\"n\", qop=\"auth\""));
    guarded.start();
  }

  private void answer(HttpExchange exchange, String challenge) throws IOException {
    received.add(tracer.recorded().idsIn(exchange.getRequestHeaders()));
    boolean isKnown = exchange.getRequestHeaders().containsKey("Authorization");
    if (!isKnown) {
      exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
    }
    exchange.sendResponseHeaders(isKnown ? 204 : 401, -1);
    exchange.close();
  }

  @AfterEach
  void stopGuardedServer() {
    guarded.stop(0);
  }

  static Stream<Arguments> schemesAndModes() {
    return Stream.of("basic", "digest")
        .flatMap(scheme -> Stream.of(Mode.values()).map(mode -> Arguments.of(scheme, mode)));
  }

  @ParameterizedTest
  @MethodSource("schemesAndModes")
  void bothRequestsHaveTheirOwnSpan(String scheme, Mode mode) throws Exception {
    Feature authentication =
        scheme.equals("basic")
            ? HttpAuthenticationFeature.basicBuilder()
                .nonPreemptive()
                .credentials("user", "password")
                .build()
            : HttpAuthenticationFeature.digest("user", "password");
    ClientTracingFeature tracing =
        ClientTracingFeature.builder()
            .tracer(tracer)
            .captureResponseHeaders("WWW-Authenticate")
            .build();
    Client client = client(b -> b.register(tracing).register(authentication));
    String uri = "http://127.0.0.1:" + guarded.getAddress().getPort() + '/' + scheme;

    Span parent =
        inParent(
            () -> {
              assertThat(status(mode.get(client.target(uri).request()))).isEqualTo(204);
              return null;
            });

    List<FinishedSpan> spans = spans(2);
    FinishedSpan refused = spans.stream().filter(FinishedSpan::isError).findFirst().orElseThrow();
    FinishedSpan known = spans.stream().filter(s -> !s.isError()).findFirst().orElseThrow();
    assertThat(received).containsExactly(refused.ids(), known.ids());
    assertThat(refused.ids()).isNotEqualTo(known.ids());
    assertThat(refused.status()).isEqualTo("401");
    assertThat(refused.tags()).containsKey("http.response.header.www-authenticate");
    assertThat(refused.parentId()).isEqualTo(parent.context().toSpanId());
    assertThat(known.status()).isEqualTo("204");
  }
}
