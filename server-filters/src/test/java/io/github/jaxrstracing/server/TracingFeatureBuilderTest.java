// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.HttpResponse;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.TagSink;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMapAdapter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of the server, as a user sees it: a request and its span. */
class TracingFeatureBuilderTest {
  private TracingFeatureBuilder options() {
    return TracingFeature.builder();
  }

  @Test
  void tracesEverythingWhenToldTo() {
    try (TestServer server = new TestServer(options().traceAll(), Plain.class)) {
      server.get("/plain/7");
      assertThat(server.span().operationName()).isEqualTo("GET:/api/plain/{id}");

      server.get("/nowhere");
      assertThat(server.span().operationName()).isEqualTo("GET");
    }
  }

  @Test
  void tracesNothingUnmarkedByDefault() {
    try (TestServer server = new TestServer(options(), Plain.class, Marked.class)) {
      server.get("/plain/7");
      server.get("/nowhere");
      server.get("/marked");

      assertThat(server.span().operationName()).isEqualTo("GET:/api/marked");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plain/7", "/marked", "/nowhere", "/pl%61in/7"})
  void skipsPathsThatMatchAsAWhole(String path) {
    try (TestServer server =
        new TestServer(
            options().traceAll().skip("/plain/.*|/marked|/now.*"), Plain.class, Marked.class)) {
      server.get(path);
      server.get("/marked/more");

      assertThat(server.span().tags().get("http.status_code")).isEqualTo(404);
    }
  }

  @Test
  void survivesASkipPatternThatIsTooDeep() {
    String path = "/plain/" + "ab".repeat(3_000);
    try (TestServer server =
        new TestServer(options().traceAll().skip("/(a|b|[^x])*z"), Plain.class)) {
      assertThat(server.get(path).statusCode()).isEqualTo(200);
      assertThat(server.span().operationName()).isEqualTo("GET:/api/plain/{id}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "route, GET:/api/plain/{id}",
    "http-method, GET",
    "class-method, GET:io.github.jaxrstracing.server.TracingFeatureBuilderTest$Plain.get",
    "own, plain/7",
  })
  void namesSpansAsToldTo(String naming, String name) {
    OperationName operationName =
        switch (naming) {
          case "route" -> OperationName.route();
          case "http-method" -> OperationName.httpMethod();
          case "class-method" -> OperationName.classMethod();
          default -> request -> request.path().substring("/api/".length());
        };
    try (TestServer server =
        new TestServer(options().traceAll().operationName(operationName), Plain.class)) {
      server.get("/plain/7");
      assertThat(server.span().operationName()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesSpansByMethodWhenTheUsersNameFails(boolean throwing) {
    OperationName failing =
        request -> {
          if (throwing) {
            throw new IllegalStateException("no name");
          }
          return null;
        };
    try (TestServer server =
        new TestServer(options().traceAll().operationName(failing), Plain.class)) {
      assertThat(server.get("/plain/7").statusCode()).isEqualTo(200);
      assertThat(server.span().operationName()).isEqualTo("GET");
    }
  }

  @Test
  void letsTheAnnotationNameTheSpan() {
    try (TestServer server = new TestServer(options(), Marked.class)) {
      server.get("/marked/named");
      assertThat(server.span().operationName()).isEqualTo("load-order");
    }
  }

  @Test
  void combinesVocabulariesAndLetsTheFirstNameTheSpan() {
    try (TestServer server =
        new TestServer(
            options().traceAll().tags(HttpTags.OPENTELEMETRY, HttpTags.ZIPKIN), Plain.class)) {
      server.get("/plain/7?sig=secret&a=b", "User-Agent", "tester");

      MockSpan span = server.span();
      assertThat(span.operationName()).isEqualTo("GET /api/plain/{id}");
      assertThat(span.tags())
          .containsEntry("http.request.method", "GET")
          .containsEntry("url.query", "sig=REDACTED&a=b")
          .containsEntry("http.route", "/api/plain/{id}")
          .containsEntry("client.address", "127.0.0.1")
          .containsEntry("network.protocol.version", "1.1")
          .containsEntry("user_agent.original", "tester")
          .containsEntry("http.response.status_code", 200)
          .containsEntry("http.path", "/api/plain/7")
          .containsEntry("jaxrs.resource.method", "get")
          .doesNotContainKeys("http.url", "http.status_code");
    }
  }

  @Test
  void speaksAVocabularyOfTheUsers() {
    HttpTags own =
        new HttpTags() {
          @Override
          public void onRequest(HttpRequest request, TagSink tags) {
            tags.tag("verb", request.method());
            throw new IllegalStateException("half-tagged");
          }
        };
    try (TestServer server = new TestServer(options().traceAll().tags(own), Plain.class)) {
      assertThat(server.get("/plain/7").statusCode()).isEqualTo(200);
      assertThat(server.span().tags()).containsEntry("verb", "GET");
    }
  }

  @Test
  void knowsAnErrorAlsoWhenTheVocabularyFails() {
    HttpTags failing =
        new HttpTags() {
          @Override
          public void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {
            throw new IllegalStateException("no tags");
          }

          @Override
          public boolean isError(HttpRequest request, HttpResponse response) {
            throw new IllegalStateException("no idea");
          }
        };
    try (TestServer server = new TestServer(options().traceAll().tags(failing), Plain.class)) {
      server.get("/plain/boom/now");
      assertThat(server.span().tags()).containsEntry("error", true);
      server.get("/plain/7");
      assertThat(server.span().tags()).doesNotContainKey("error");
    }
  }

  @Test
  void tagsSpansWithRequestAttributes() {
    try (TestServer server =
        new TestServer(
            options()
                .traceAll()
                .requestTags(
                    "method",
                    "path",
                    "url",
                    "base_url",
                    "query_string",
                    "host",
                    "scheme",
                    "remote_addr",
                    "user_agent",
                    "content_type",
                    "content_length",
                    "endpoint",
                    "path_params",
                    "header.X-Tenant",
                    "query.a",
                    "query.sig",
                    "cookie.c",
                    "path.id",
                    "query.none",
                    "cookie.none",
                    "header.none",
                    "path.none"),
            Plain.class)) {
      server.post(
          "/plain/7?a=b&a=c&sig=secret",
          "12345",
          "X-Tenant",
          "blue",
          "Cookie",
          "c=crumb",
          "User-Agent",
          "tester",
          "Content-Type",
          "text/plain");

      String host = server.base().substring("http://".length(), server.base().length() - 4);
      assertThat(server.span().tags())
          .containsEntry("method", "POST")
          .containsEntry("path", "/api/plain/7")
          .containsEntry("url", server.base() + "/plain/7?a=b&a=c&sig=REDACTED")
          .containsEntry("base_url", server.base() + "/plain/7")
          .containsEntry("query_string", "a=b&a=c&sig=REDACTED")
          .containsEntry("host", host)
          .containsEntry("scheme", "http")
          .containsEntry("remote_addr", "127.0.0.1")
          .containsEntry("user_agent", "tester")
          .containsEntry("content_type", "text/plain")
          .containsEntry("content_length", "5")
          .containsEntry("endpoint", Plain.class.getName() + ".post")
          .containsEntry("path_params", "id=7")
          .containsEntry("header.X-Tenant", "blue")
          .containsEntry("query.a", "b,c")
          .containsEntry("query.sig", "REDACTED")
          .containsEntry("cookie.c", "crumb")
          .containsEntry("path.id", "7")
          .doesNotContainKeys("query.none", "cookie.none", "header.none", "path.none");
    }
  }

  @Test
  void redactsWhatWasDecoded() {
    try (TestServer server =
        new TestServer(
            options().traceAll().requestTags("path.id", "path_params", "cookie.c"), Plain.class)) {
      server.get("/plain/sig%3Dsecret", "Cookie", "c=http://user:secret@shop");

      assertThat(server.span().tags())
          .containsEntry("path.id", "sig=REDACTED")
          .containsEntry("path_params", "id=sig=REDACTED")
          .containsEntry("cookie.c", "http://REDACTED:REDACTED@shop");
    }
  }

  @Test
  void readsQueryAttributesFromTheSanitizedUrl() {
    try (TestServer server =
        new TestServer(options().traceAll().requestTags("query.a", "query.b c"), Plain.class)) {
      server.get("/plain/7?a=1;sig=secret&b%20c=x+y");
      assertThat(server.span().tags())
          .containsEntry("query.a", "1;sig=REDACTED")
          .containsEntry("query.b c", "x y");
    }
    try (TestServer server =
        new TestServer(options().traceAll().dropQuery().requestTags("query.a"), Plain.class)) {
      server.get("/plain/7?a=1");
      assertThat(server.span().tags()).doesNotContainKey("query.a");
    }
  }

  @ParameterizedTest
  @CsvSource({"/located/null, 404", "/located/failing, 500", "/located/null/deeper, 404"})
  void tracesWhatATracedLocatorDoesNotFind(String path, int status) {
    try (TestServer server = new TestServer(options(), Located.class)) {
      assertThat(server.get(path).statusCode()).isEqualTo(status);

      MockSpan span = server.span();
      assertThat(span.operationName()).isEqualTo("GET");
      assertThat(span.tags()).containsEntry("http.status_code", status);
    }
  }

  @Test
  void leavesOutWhatAnUntracedLocatorDoesNotFind() {
    try (TestServer server = new TestServer(options().traceAll(), Located.class)) {
      assertThat(server.get("/located/quiet").statusCode()).isEqualTo(404);
      server.get("/nowhere");
      assertThat(server.span().tags())
          .hasEntrySatisfying("http.url", url -> assertThat(url).asString().endsWith("/nowhere"));
    }
  }

  @Test
  void leavesEmptyAttributesOut() {
    try (TestServer server =
        new TestServer(
            options().traceAll().requestTags("query_string", "path_params"), Root.class)) {
      server.get("/root");
      assertThat(server.span().tags()).doesNotContainKeys("query_string", "path_params");
    }
  }

  @Test
  void tagsSpansOfOneResource() {
    try (TestServer server = new TestServer(options().requestTags("scheme"), Marked.class)) {
      server.get("/marked/named?q=1");
      assertThat(server.span().tags())
          .containsEntry("scheme", "http")
          .containsEntry("query_string", "q=1");
    }
  }

  @Test
  void capturesHeaders() {
    try (TestServer server =
        new TestServer(
            options()
                .traceAll()
                .captureRequestHeaders("X-Tenant", "Referer", "X-None")
                .captureResponseHeaders("X-Answer", "Location"),
            Plain.class)) {
      server.post(
          "/plain/7", "", "X-Tenant", "blue", "x-tenant", "green", "Referer", "http://u:p@h/");

      assertThat(server.span().tags())
          .containsEntry("http.request.header.x-tenant", "blue,green")
          .containsEntry("http.request.header.referer", "http://REDACTED:REDACTED@h/")
          .containsEntry("http.response.header.x-answer", "yes")
          .containsEntry("http.response.header.location", "http://h/?sig=REDACTED")
          .doesNotContainKey("http.request.header.x-none");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Referer, http://u:secret@h/?sig=secret, http://REDACTED:REDACTED@h/?sig=REDACTED",
    "X-Original-URI, /a?sig=secret, /a?sig=REDACTED",
  })
  void redactsUrlsInHeadersHoweverTheyAreCaptured(String name, String value, String safe) {
    try (TestServer server =
        new TestServer(
            options().traceAll().requestTags("header." + name).captureRequestHeaders(name),
            Plain.class)) {
      server.get("/plain/7", name, value);

      assertThat(server.span().tags())
          .containsEntry("header." + name, safe)
          .containsEntry("http.request.header." + name.toLowerCase(Locale.ROOT), safe);
    }
  }

  @Test
  void callsDecoratorsAtRequestResponseAndError() {
    StringBuilder calls = new StringBuilder();
    ServerSpanDecorator decorator =
        new ServerSpanDecorator() {
          @Override
          public void onRequest(ContainerRequestContext request, Span span) {
            calls.append("request ").append(request.getMethod()).append(' ');
            span.setTag("decorated", true);
          }

          @Override
          public void onResponse(
              ContainerRequestContext request, ContainerResponseContext response, Span span) {
            calls.append("response ").append(response.getStatus()).append(' ');
          }

          @Override
          public void onError(ContainerRequestContext request, Throwable error, Span span) {
            calls.append("error ").append(error.getMessage());
            span.setTag("team", "blue");
          }
        };
    try (TestServer server =
        new TestServer(
            options()
                .traceAll()
                .decorator(decorator)
                .onStart((span, request) -> span.setTag("started", request.getMethod())),
            Plain.class)) {
      server.get("/plain/boom/now");

      assertThat(server.span().tags())
          .containsEntry("decorated", true)
          .containsEntry("started", "GET")
          .containsEntry("team", "blue")
          .containsEntry("error", true);
      assertThat(calls).hasToString("request GET response 500 error boom");
    }
  }

  @Test
  void keepsFailingDecoratorsFromRequestsAndFromEachOther() {
    ServerSpanDecorator failing =
        new ServerSpanDecorator() {
          @Override
          public void onRequest(ContainerRequestContext request, Span span) {
            throw new IllegalStateException("request");
          }

          @Override
          public void onResponse(
              ContainerRequestContext request, ContainerResponseContext response, Span span) {
            throw new IllegalStateException("response");
          }

          @Override
          public void onError(ContainerRequestContext request, Throwable error, Span span) {
            throw new AssertionError("error");
          }
        };
    try (TestServer server =
        new TestServer(
            options().traceAll().decorator(failing).onStart((span, r) -> span.setTag("next", 1)),
            Plain.class)) {
      assertThat(server.get("/plain/7").body()).isEqualTo("7");
      assertThat(server.span().tags()).containsEntry("next", 1);
      assertThat(server.get("/plain/boom/now").statusCode()).isEqualTo(500);
      assertThat(server.span().tags()).containsEntry("error", true);
    }
  }

  @Test
  void redactsWhatItIsToldTo() {
    try (TestServer server =
        new TestServer(options().traceAll().redactParameters("token"), Plain.class)) {
      server.get("/plain/7?token=1&sig=2");
      assertThat(server.span().tags())
          .containsEntry("http.url", server.base() + "/plain/7?token=REDACTED&sig=REDACTED");
    }
  }

  @Test
  void redactsNothingElseWhenItIsToldSo() {
    try (TestServer server =
        new TestServer(options().traceAll().redactOnlyParameters("token"), Plain.class)) {
      server.get("/plain/7?token=1&sig=2");
      assertThat(server.span().tags())
          .containsEntry("http.url", server.base() + "/plain/7?token=REDACTED&sig=2");
    }
  }

  @Test
  void redactsTheUsualParametersWhenTheOptionIsEmpty() {
    System.setProperty(ServerTracingProperties.REDACT_PARAMETERS, "");
    System.setProperty(ServerTracingProperties.REDACT_ONLY_PARAMETERS, "");
    try (TestServer server = new TestServer(options().traceAll(), Plain.class)) {
      server.get("/plain/7?sig=2");
      assertThat(server.span().tags())
          .containsEntry("http.url", server.base() + "/plain/7?sig=REDACTED");
    } finally {
      System.clearProperty(ServerTracingProperties.REDACT_PARAMETERS);
      System.clearProperty(ServerTracingProperties.REDACT_ONLY_PARAMETERS);
    }
  }

  @Test
  void refusesNullAtOnce() {
    TracingFeatureBuilder builder = TracingFeature.builder();

    assertThatNullPointerException()
        .isThrownBy(() -> builder.trustRemoteContext(null))
        .withMessageContaining("trustRemoteContext");
    assertThatNullPointerException()
        .isThrownBy(() -> builder.decorator(null))
        .withMessageContaining("decorator");
    assertThatNullPointerException()
        .isThrownBy(() -> builder.onStart(null))
        .withMessageContaining("onStart");
    assertThatNullPointerException()
        .isThrownBy(() -> builder.tracer((Tracer) null))
        .withMessageContaining("tracer");
    assertThatNullPointerException()
        .isThrownBy(() -> builder.operationName(null))
        .withMessageContaining("operationName");
  }

  @Test
  void tagsWithBaggageWhenToldTo() {
    try (TestServer server =
        new TestServer(options().traceAll().baggageTags("tenant", "absent"), Plain.class)) {
      server.get(
          "/plain/7", "traceid", "1", "spanid", "2", "baggage-tenant", "t", "baggage-user", "7");
      assertThat(server.span().tags())
          .containsEntry("tenant", "t")
          .doesNotContainKeys("absent", "user");
    }
  }

  @Test
  void dropsTheQueryWhenToldTo() {
    try (TestServer server = new TestServer(options().traceAll().dropQuery(), Plain.class)) {
      server.get("/plain/7?a=b");
      assertThat(server.span().tags()).containsEntry("http.url", server.base() + "/plain/7");
    }
  }

  @Test
  void passesUrlsThroughTheUsersSanitizer() {
    try (TestServer server =
        new TestServer(
            options()
                .traceAll()
                .tags(HttpTags.OPENTRACING, HttpTags.ZIPKIN)
                .urlSanitizer(url -> url.replaceAll("/\\d+", "/*")),
            Plain.class)) {
      server.get("/plain/7?sig=x");
      assertThat(server.span().tags())
          .containsEntry("http.path", "/api/plain/*")
          .hasEntrySatisfying(
              "http.url", url -> assertThat(url).asString().endsWith("*?sig=REDACTED"));
    }
  }

  @Test
  void leavesTheUrlOutWhenTheUsersSanitizerFails() {
    try (TestServer server =
        new TestServer(
            options()
                .traceAll()
                .urlSanitizer(
                    url -> {
                      throw new IllegalStateException("no url");
                    }),
            Plain.class)) {
      assertThat(server.get("/plain/7").body()).isEqualTo("7");
      assertThat(server.span().tags()).doesNotContainKey("http.url");
    }
  }

  @Test
  void leavesCapturedHeadersOutWhenTheUsersSanitizerFails() {
    try (TestServer server =
        new TestServer(
            options()
                .traceAll()
                .captureRequestHeaders("Referer", "X-Tenant")
                .captureResponseHeaders("Location", "X-Answer")
                .urlSanitizer(
                    url -> {
                      throw new IllegalStateException("no url");
                    }),
            Plain.class)) {
      server.post("/plain/7", "", "Referer", "http://h/", "X-Tenant", "blue");

      assertThat(server.span().tags())
          .containsEntry("http.request.header.x-tenant", "blue")
          .containsEntry("http.response.header.x-answer", "yes")
          .doesNotContainKeys("http.request.header.referer", "http.response.header.location");
    }
  }

  @Test
  void beginsANewTraceForAnUntrustedSender() {
    try (TestServer server =
        new TestServer(
            options().traceAll().trustRemoteContext(r -> r.getHeaderString("X-In") != null),
            Plain.class)) {
      server.get("/plain/7", "traceid", "10", "spanid", "11", "X-In", "yes");
      MockSpan trusted = server.span();
      server.get("/plain/7", "traceid", "10", "spanid", "11");
      MockSpan untrusted = server.span();

      assertThat(trusted.parentId()).isEqualTo(11);
      assertThat(trusted.tags()).doesNotContainKey("remote.trace_id");
      assertThat(untrusted.parentId()).isZero();
      assertThat(untrusted.context().traceId()).isNotEqualTo(10);
      assertThat(untrusted.tags())
          .containsEntry("remote.trace_id", "10")
          .containsEntry("remote.span_id", "11");
    }
  }

  @Test
  void trustsNobodyWhenThePredicateFails() {
    try (TestServer server =
        new TestServer(
            options()
                .traceAll()
                .trustRemoteContext(
                    r -> {
                      throw new IllegalStateException("no idea");
                    }),
            Plain.class)) {
      assertThat(server.get("/plain/7", "traceid", "10", "spanid", "11").statusCode())
          .isEqualTo(200);
      assertThat(server.span().parentId()).isZero();
    }
  }

  @Test
  void joinsTheActiveSpanOnlyWhenToldTo() {
    for (boolean join : List.of(true, false)) {
      MockTracer[] tracer = new MockTracer[1];
      ResourceConfig config = new ResourceConfig().register(new Outer(tracer));
      TracingFeatureBuilder options = options().traceAll();
      try (TestServer server =
          new TestServer(config, join ? options.joinActiveSpan() : options, Plain.class)) {
        tracer[0] = server.tracer;
        server.get("/plain/7", "traceid", "10", "spanid", "11");

        List<MockSpan> spans = server.spans(2);
        MockSpan outer = spans.get(1).operationName().equals("outer") ? spans.get(1) : spans.get(0);
        MockSpan inner = outer == spans.get(0) ? spans.get(1) : spans.get(0);
        assertThat(inner.parentId()).isEqualTo(join ? outer.context().spanId() : 11);
      }
    }
  }

  @Test
  void tellsTheTraceIdOnEveryResponse() {
    try (TestServer server =
        new TestServer(options().traceAll().traceIdHeader("X-Trace-Id"), Plain.class)) {
      for (String path : List.of("/plain/7", "/plain/boom/now", "/nowhere")) {
        List<String> told = server.get(path).headers().allValues("X-Trace-Id");
        assertThat(told).containsExactly(server.span().context().toTraceId());
      }
    }
  }

  @Test
  void tellsNoTraceIdByDefault() {
    try (TestServer server = new TestServer(options().traceAll(), Plain.class)) {
      assertThat(server.get("/plain/7").headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("trace"));
    }
  }

  @Test
  void givesEntitiesSpansOfTheirOwnWhenToldTo() {
    try (TestServer server =
        new TestServer(options().traceAll().serializationSpans(), Plain.class)) {
      server.post("/plain/7", "body", "Content-Type", "text/plain");

      Map<String, MockSpan> spans = new HashMap<>();
      server.spans(3).forEach(span -> spans.put(span.operationName(), span));
      MockSpan request = spans.get("POST:/api/plain/{id}");
      assertThat(spans.get("deserialize").parentId()).isEqualTo(request.context().spanId());
      assertThat(spans.get("deserialize").tags())
          .containsEntry("media.type", "text/plain")
          .containsEntry("entity.type", "java.lang.String");
      assertThat(spans.get("serialize").parentId()).isEqualTo(request.context().spanId());
    }
  }

  @Test
  void givesEntitiesOfUntracedRequestsNoSpans() {
    try (TestServer server =
        new TestServer(options().serializationSpans(), Plain.class, Marked.class)) {
      server.get("/plain/7");
      server.get("/marked");
      assertThat(server.spans(2))
          .extracting(MockSpan::operationName)
          .containsExactlyInAnyOrder("serialize", "GET:/api/marked");
    }
  }

  @Test
  void isSwitchedOnWithoutCode() {
    io.opentracing.util.GlobalTracerTestUtil.resetGlobalTracer();
    try (TestServer server =
        new TestServer(
            new ResourceConfig()
                .property("jaxrs-tracing.server.enabled", true)
                .property("jaxrs-tracing.server.trace-all", "true")
                .property("jaxrs-tracing.server.tags", "zipkin"),
            null,
            Plain.class)) {
      io.opentracing.util.GlobalTracer.registerIfAbsent(server.tracer);
      server.get("/plain/7");
      assertThat(server.span().tags()).containsEntry("http.path", "/api/plain/7");
    } finally {
      io.opentracing.util.GlobalTracerTestUtil.resetGlobalTracer();
    }
  }

  @Test
  void isOneFeatureWhenItIsRegisteredAndSwitchedOn() {
    try (TestServer server =
        new TestServer(
            new ResourceConfig().property("jaxrs-tracing.server.enabled", true),
            options().traceAll(),
            Plain.class)) {
      server.get("/plain/7");
      assertThat(server.span().operationName()).isEqualTo("GET:/api/plain/{id}");
    }
  }

  @Test
  void prefersCodeToProperties() {
    try (TestServer server =
        new TestServer(
            new ResourceConfig().property("jaxrs-tracing.server.operation-name", "class-method"),
            options().traceAll().operationName(OperationName.httpMethod()),
            Plain.class)) {
      server.get("/plain/7");
      assertThat(server.span().operationName()).isEqualTo("GET");
    }
  }

  @Test
  void keepsWhatItWasBuiltWith() {
    TracingFeatureBuilder options = options().traceAll();
    try (TestServer server = new TestServer(options, Plain.class)) {
      options.skip(".*");
      server.get("/plain/7");
      assertThat(server.span().operationName()).isEqualTo("GET:/api/plain/{id}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trace-all | yes | true and false",
        "skip | ( | regular expressions",
        "operation-name | uri | class-method, http-method, route",
        "tags | jaeger | opentelemetry, opentracing, zipkin",
        "request-tags | colour | header.NAME",
        "capture-request-headers | a b | names of HTTP headers",
        "capture-response-headers | : | names of HTTP headers",
        "drop-query | 1 | true and false",
        "max-tag-value-length | 0 | whole numbers from 1",
        "max-tag-value-length | -1 | whole numbers from 1",
        "max-tag-value-length | 1k | whole numbers from 1",
        "join-active-span | on | true and false",
        "trace-id-header | X Id | names of HTTP headers",
        "serialization-spans | no | true and false",
      })
  void namesTheWrongOptionAndWhatIsValidWhenItIsRegistered(
      String option, String value, String valid) {
    ResourceConfig config = new ResourceConfig().property("jaxrs-tracing.server." + option, value);

    assertThatThrownBy(() -> new TestServer(config, options(), Plain.class).close())
        .hasStackTraceContaining(option)
        .hasStackTraceContaining('"' + value + '"')
        .hasStackTraceContaining(valid);
  }

  @Test
  void refusesWrongCodeAtOnce() {
    assertThatIllegalStateException()
        .isThrownBy(() -> options().tracer(new MockTracer()).tracer(MockTracer::new))
        .withMessageContaining("two were given");
    assertThatNullPointerException().isThrownBy(() -> new TracingFeature((Tracer) null));
    assertThatIllegalArgumentException().isThrownBy(() -> options().tags());
  }

  @Test
  void refusesAnUnknownRequestTagInAnAnnotationWhenTheApplicationStarts() {
    assertThatThrownBy(() -> new TestServer(options(), Misspelt.class).close())
        .hasStackTraceContaining("Misspelt")
        .hasStackTraceContaining("\"colour\"")
        .hasStackTraceContaining("user_agent");
  }

  @Path("plain/{id}")
  public static class Plain {
    @GET
    public String get(@PathParam("id") String id) {
      return id;
    }

    @POST
    public Response post(@PathParam("id") String id, String body) {
      return Response.ok(body)
          .header("X-Answer", "yes")
          .header("Location", "http://h/?sig=1")
          .build();
    }

    @GET
    @Path("now")
    public String boom() {
      throw new IllegalStateException("boom");
    }
  }

  @Path("root")
  public static class Root {
    @GET
    public String get() {
      return "root";
    }
  }

  @Path("marked")
  @Traced
  public static class Marked {
    @GET
    public String get() {
      return "marked";
    }

    @GET
    @Path("named")
    @Traced(operationName = "load-order", requestTags = "query_string")
    public String named() {
      return "named";
    }
  }

  @Path("located")
  @Traced
  public static class Located {
    @Path("null")
    public Plain none() {
      return null;
    }

    @Path("failing")
    public Plain failing() {
      throw new IllegalStateException("locator");
    }

    @Path("quiet")
    @Traced(false)
    public Plain quiet() {
      return null;
    }
  }

  @Path("misspelt")
  public static class Misspelt {
    @GET
    @Traced(requestTags = "colour")
    public String get() {
      return "";
    }
  }

  /** Stands for a servlet filter: its span is active before Jersey matches the request. */
  @PreMatching
  @Priority(1)
  static final class Outer
      implements ContainerRequestFilter, jakarta.ws.rs.container.ContainerResponseFilter {
    private final MockTracer[] tracer;
    private final ThreadLocal<Scope> scope = new ThreadLocal<>();
    private final ThreadLocal<Span> span = new ThreadLocal<>();

    Outer(MockTracer[] tracer) {
      this.tracer = tracer;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      span.set(tracer[0].buildSpan("outer").start());
      scope.set(tracer[0].activateSpan(span.get()));
      tracer[0].inject(
          span.get().context(), Format.Builtin.TEXT_MAP, new TextMapAdapter(new HashMap<>()));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      scope.get().close();
      span.get().finish();
    }
  }
}
