// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import brave.Tracing;
import brave.http.HttpTracing;
import brave.jakarta.jersey.server.SpanCustomizingApplicationEventListener;
import brave.jakarta.jersey.server.TracingApplicationEventListener;
import brave.jakarta.servlet.TracingFilter;
import brave.opentracing.BraveTracer;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.it.contract.server.ServerEnvironment;
import io.github.jaxrstracing.it.jersey.ZipkinSide.Answer;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.it.testkit.ZipkinSpans;
import io.github.jaxrstracing.server.TracingFeature;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same request to two servers, one traced by Brave's own instrumentation and one by ours with
 * {@link HttpTags#ZIPKIN}: Zipkin is told the same of both.
 */
class ZipkinSideBySideTest {
  private static final String NO_PROXY = "X-None: 1";
  private static final String PROXY = "X-Forwarded-For: 203.0.113.7, 10.0.0.1";

  private static ZipkinSide bravesListener;
  private static ZipkinSide oursOnGrizzly;
  private static ZipkinSide bravesFilter;
  private static ZipkinSide oursOnJetty;

  @BeforeAll
  static void start() throws Exception {
    ZipkinSpans spans = new ZipkinSpans();
    HttpTracing http = HttpTracing.create(spans.tracing());
    bravesListener =
        ZipkinSide.start(new Grizzly(), spans, TracingApplicationEventListener.create(http));
    oursOnGrizzly = ours(new Grizzly());
    spans = new ZipkinSpans();
    bravesFilter =
        ZipkinSide.start(
            new JettyWithBrave(spans.tracing()),
            spans,
            SpanCustomizingApplicationEventListener.create());
    oursOnJetty = ours(new Jetty());
  }

  private static ZipkinSide ours(ServerEnvironment environment) throws Exception {
    ZipkinSpans spans = new ZipkinSpans();
    return ZipkinSide.start(
        environment,
        spans,
        TracingFeature.builder()
            .tracer(BraveTracer.create(spans.tracing()))
            .traceAll()
            .tags(HttpTags.ZIPKIN)
            .build());
  }

  @AfterAll
  static void stop() throws Exception {
    bravesListener.close();
    oursOnGrizzly.close();
    bravesFilter.close();
    oursOnJetty.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,     /x,               200, GET /x",
    "GET,     /x;v=1?sig=1,     200, GET /x",
    "HEAD,    /x,               200, HEAD /x",
    "POST,    /orders/7/lines,  201, POST /orders/{id}/lines",
    "GET,     /bad,             400, GET /bad",
    "GET,     /gone,            404, GET /gone",
    "GET,     /nothing,         404, GET not_found",
    "POST,    /nothing/at/all,  404, POST not_found",
    "OPTIONS, /nothing,         404, OPTIONS not_found",
    "GET,     /,                404, GET not_found",
    "GET,     /constrained/x,   404, GET not_found",
    "PUT,     /x,               405, PUT",
    "GET,     /moved,           303, GET /moved",
    "GET,     /old,             302, GET redirected",
    "GET,     /failed,          500, GET /failed",
    "GET,     /status,          500, GET /status",
    "GET,     /cause,           500, GET /cause",
    "GET,     /unmapped,        500, GET /unmapped",
    "GET,     /mapped,          503, GET /mapped",
  })
  void tellsWhatBravesListenerForJerseyTells(String method, String path, int status, String name)
      throws Exception {
    Answer theirs = bravesListener.ask(method, path, PROXY);
    Answer ours = oursOnGrizzly.ask(method, path, PROXY);

    assertThat(ours.span()).isEqualTo(theirs.span());
    assertThat(ours.status()).isEqualTo(theirs.status()).isEqualTo(status);
    assertThat(ours.span().name()).isEqualTo(name);
    assertThat(ours.span().kind()).isEqualTo("SERVER");
    assertThat(ours.span().remoteIp()).isEqualTo("203.0.113.7");
  }

  @Test
  void tellsTheConnectionThatBravesListenerForJerseyCannotSee() throws Exception {
    Answer theirs = bravesListener.ask("GET", "/x", NO_PROXY);
    Answer ours = oursOnGrizzly.ask("GET", "/x", NO_PROXY);

    assertThat(ours.span().withoutEndpoint()).isEqualTo(theirs.span());
    assertThat(ours.span().remoteIp()).isEqualTo("127.0.0.1");
    assertThat(ours.tellsClientPort()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "X-None: 1,                     127.0.0.1",
    "X-Forwarded-For: unknown,      127.0.0.1",
    "X-Forwarded-For: 203.0.113.7,  203.0.113.7",
    "X-Forwarded-For: 2001:db8::17, 2001:db8::17",
  })
  void tellsTheEndpointThatBravesServletFilterTells(String header, String remoteIp)
      throws Exception {
    Answer theirs = bravesFilter.ask("GET", "/x", header);
    Answer ours = oursOnJetty.ask("GET", "/x", header);

    assertThat(ours.span().withoutEndpoint()).isEqualTo(theirs.span().withoutEndpoint());
    assertThat(ours.span().remoteIp()).isEqualTo(theirs.span().remoteIp()).isEqualTo(remoteIp);
    assertThat(ours.tellsClientPort())
        .isEqualTo(theirs.tellsClientPort())
        .isEqualTo(remoteIp.equals("127.0.0.1"));
  }

  /** Each has its reason in RATIONALE.md. */
  @ParameterizedTest
  @CsvSource({
    "GET,  /constrained/7, GET /constrained/{id}, , GET /constrained/{id: [0-9]+}, ",
    "FROB, /x,             HTTP,              405, FROB,           405",
    "FROB, /nothing,       HTTP not_found,    404, FROB not_found, 404",
    "GET,  /refused,       GET /refused,      400, GET /refused,   out of range",
  })
  void differsInNamesOfHighCardinalityAndInExceptionsThatAreMappedTo4xx(
      String method,
      String path,
      String ourName,
      @Nullable String ourError,
      String theirName,
      @Nullable String theirError)
      throws Exception {
    Answer theirs = bravesListener.ask(method, path, PROXY);
    Answer ours = oursOnGrizzly.ask(method, path, PROXY);

    assertThat(ours.span().name()).isEqualTo(ourName);
    assertThat(ours.span().tags().get("error")).isEqualTo(ourError);
    assertThat(theirs.span().name()).isEqualTo(theirName);
    assertThat(theirs.span().tags().get("error")).isEqualTo(theirError);
    assertThat(ours.span().withoutNameAndError()).isEqualTo(theirs.span().withoutNameAndError());
  }

  private static final class Grizzly implements OnGrizzly {
    @Override
    public TestTracer newTracer() {
      return new MockTestTracer();
    }
  }

  private static class Jetty implements OnJetty {
    @Override
    public TestTracer newTracer() {
      return new MockTestTracer();
    }
  }

  /** Brave's servlet filter makes the span, and its listener for Jersey completes it. */
  private static final class JettyWithBrave extends Jetty {
    private final Tracing tracing;

    JettyWithBrave(Tracing tracing) {
      this.tracing = tracing;
    }

    @Override
    public void configure(ServletContextHandler context) {
      context.addFilter(
          new FilterHolder(TracingFilter.create(tracing)),
          "/*",
          EnumSet.of(DispatcherType.REQUEST));
    }
  }
}
