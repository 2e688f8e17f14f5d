// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Entity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every option of the client, as a user sees it: a call to a running server and its span. */
class ClientTracingFeatureBuilderTest {
  private final MockTracer tracer = new MockTracer();
  private HttpServer server;
  private volatile Map<String, List<String>> received = Map.of();

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    received = exchange.getRequestHeaders();
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("X-Answer", "yes");
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    byte[] body = "body".getBytes(StandardCharsets.UTF_8);
    int status = exchange.getRequestURI().getPath().startsWith("/missing") ? 404 : 200;
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private ClientTracingFeatureBuilder options() {
    return ClientTracingFeature.builder().tracer(tracer);
  }

  private MockSpan get(ClientTracingFeatureBuilder options, String path) {
    Client client = ClientBuilder.newClient().register(options.build());
    try {
      client.target(base() + path).request().header("X-Tenant", "blue").get().close();
    } finally {
      client.close();
    }
    assertThat(tracer.finishedSpans()).hasSize(1);
    MockSpan span = tracer.finishedSpans().get(0);
    tracer.reset();
    return span;
  }

  @Test
  void tagsWithBaggageWhenToldTo() {
    Span caller = tracer.buildSpan("caller").start().setBaggageItem("tenant", "blue");
    try (Scope scope = tracer.activateSpan(caller)) {
      assertThat(scope).isNotNull();
      assertThat(get(options().baggageTags("tenant", "absent"), "/a").tags())
          .containsEntry("tenant", "blue")
          .doesNotContainKey("absent");
    }
  }

  @Test
  void cutsLongTagsAndNames() {
    String path = '/' + "p".repeat(2_000);
    ClientTracingFeatureBuilder options =
        options().operationName(request -> request.path()).captureRequestHeaders("X-Tenant");

    MockSpan span = get(options, path);
    assertThat(span.operationName()).hasSize(1024);
    assertThat(span.tags().get("http.url").toString()).hasSize(1024);

    MockSpan shorter = get(options.maxTagValueLength(3), path);
    assertThat(shorter.operationName()).isEqualTo("/pp");
    assertThat(shorter.tags())
        .containsEntry("http.url", "htt")
        .containsEntry("http.request.header.x-tenant", "blu");
  }

  @Test
  void tagsInTheWordsOfOpenTracingByDefault() {
    MockSpan span = get(options(), "/orders/7?sig=secret");

    assertThat(span.operationName()).isEqualTo("GET");
    assertThat(span.tags())
        .containsEntry("component", "jaxrs")
        .containsEntry("span.kind", "client")
        .containsEntry("http.method", "GET")
        .containsEntry("http.url", base() + "/orders/7?sig=REDACTED")
        .containsEntry("http.status_code", 200)
        .containsEntry("peer.hostname", "127.0.0.1")
        .containsEntry("peer.port", server.getAddress().getPort())
        .doesNotContainKeys("error", "peer.service");
  }

  @Test
  void combinesVocabularies() {
    MockSpan span = get(options().tags(HttpTags.OPENTELEMETRY, HttpTags.ZIPKIN), "/missing");

    assertThat(span.tags())
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.full", base() + "/missing")
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", server.getAddress().getPort())
        .containsEntry("http.response.status_code", 404)
        .containsEntry("error.type", "404")
        .containsEntry("error", true)
        .containsEntry("http.path", "/missing")
        .containsEntry("http.status_code", 404)
        .doesNotContainKey("http.url");
  }

  @Test
  void namesSpansAsToldTo() {
    assertThat(get(options().operationName(OperationName.route()), "/orders/7").operationName())
        .isEqualTo("GET");
    assertThat(get(options().operationName(request -> request.path()), "/orders/7").operationName())
        .isEqualTo("/orders/7");
  }

  @ParameterizedTest
  @CsvSource({"OPENTRACING, GET:/orders/{id}", "OPENTELEMETRY, GET /orders/{id}"})
  void namesSpansByTheTemplateThatTheCallTells(String vocabulary, String name) {
    HttpTags tags =
        vocabulary.equals("OPENTRACING") ? HttpTags.OPENTRACING : HttpTags.OPENTELEMETRY;
    Client client =
        ClientBuilder.newClient()
            .register(options().tags(tags).operationName(OperationName.route()).build());

    client
        .target(base())
        .property(ClientTracingFeature.ROUTE, "/orders/{id}")
        .path("orders/{id}")
        .resolveTemplate("id", 7)
        .request()
        .get()
        .close();
    client.close();

    assertThat(tracer.finishedSpans().get(0).operationName()).isEqualTo(name);
  }

  @Test
  void knowsTheTemplateOfAMicroProfileRestClient() throws Exception {
    Client client =
        ClientBuilder.newClient().register(options().operationName(OperationName.route()).build());

    client
        .target(base() + "/orders/7")
        .request()
        .property(
            "org.eclipse.microprofile.rest.client.invokedMethod",
            Orders.class.getMethod("get", String.class))
        .get()
        .close();
    client.close();

    assertThat(tracer.finishedSpans().get(0).operationName()).isEqualTo("GET:/orders/{id}");
  }

  @jakarta.ws.rs.Path("/orders/")
  interface Orders {
    @jakarta.ws.rs.Path("{id}")
    String get(String id);
  }

  @Test
  void capturesHeaders() {
    MockSpan span =
        get(
            options()
                .captureRequestHeaders("x-tenant", "x-none")
                .captureResponseHeaders("X-Answer"),
            "/orders");

    assertThat(span.tags())
        .containsEntry("http.request.header.x-tenant", "blue")
        .containsEntry("http.response.header.x-answer", "yes")
        .doesNotContainKey("http.request.header.x-none");
  }

  @Test
  void callsDecoratorsAndKeepsWhatTheyThrow() {
    StringBuilder calls = new StringBuilder();
    ClientSpanDecorator decorator =
        new ClientSpanDecorator() {
          @Override
          public void onRequest(ClientRequestContext request, Span span) {
            calls.append("request ").append(request.getMethod());
            throw new IllegalStateException("request");
          }

          @Override
          public void onResponse(
              ClientRequestContext request, ClientResponseContext response, Span span) {
            calls.append(" response ").append(response.getStatus());
            throw new IllegalStateException("response");
          }
        };

    MockSpan span =
        get(options().decorator(decorator).onStart((s, r) -> s.setTag("next", 1)), "/orders");

    assertThat(calls).hasToString("request GET response 200");
    assertThat(span.tags()).containsEntry("next", 1);
  }

  @Test
  void tellsDecoratorsOfErrors() {
    int port = server.getAddress().getPort();
    server.stop(0);
    StringBuilder calls = new StringBuilder();
    Client client =
        ClientBuilder.newClient()
            .register(
                options()
                    .decorator(
                        new ClientSpanDecorator() {
                          @Override
                          public void onError(
                              ClientRequestContext request, Throwable error, Span span) {
                            calls.append(error.getClass().getSimpleName());
                          }
                        })
                    .build());

    assertThatThrownBy(() -> client.target("http://127.0.0.1:" + port).request().get())
        .isInstanceOf(ProcessingException.class);
    client.close();

    assertThat(calls).hasToString("ConnectException");
    assertThat(tracer.finishedSpans())
        .singleElement()
        .satisfies(
            span ->
                assertThat(span.tags())
                    .containsEntry("error", true)
                    .doesNotContainKey("http.status_code"));
  }

  @Test
  void redactsDropsAndSanitizes() {
    assertThat(get(options().redactParameters("token"), "/a?token=1&sig=2").tags())
        .containsEntry("http.url", base() + "/a?token=REDACTED&sig=REDACTED");
    assertThat(get(options().redactOnlyParameters("token"), "/a?token=1&sig=2").tags())
        .containsEntry("http.url", base() + "/a?token=REDACTED&sig=2");
    assertThat(get(options().dropQuery(), "/a?b=c").tags())
        .containsEntry("http.url", base() + "/a");
    assertThat(get(options().urlSanitizer(url -> "gone"), "/a?b=c").tags())
        .containsEntry("http.url", "gone");
  }

  @Test
  void neverTagsUserinfo() {
    Client client = ClientBuilder.newClient().register(options().build());

    client.target(base().replace("//", "//user:pass@") + "/a").request().get().close();
    client.close();

    assertThat(tracer.finishedSpans().get(0).tags().toString())
        .contains("REDACTED:REDACTED@")
        .doesNotContain("user:")
        .doesNotContain("pass@");
  }

  @Test
  void namesThePeerService() {
    int port = server.getAddress().getPort();

    assertThat(get(options().peerService(Map.of("127.0.0.1", "orders")), "/a").tags())
        .containsEntry("peer.service", "orders");
    assertThat(get(options().peerService(Map.of("example.com", "orders")), "/a").tags())
        .doesNotContainKey("peer.service");
    assertThat(get(options().peerService(Map.of("127.0.0.1:" + port, "orders")), "/a").tags())
        .containsEntry("peer.service", "orders");
    assertThat(get(options().peerService(Map.of("127.0.0.1:1", "orders")), "/a").tags())
        .doesNotContainKey("peer.service");
    assertThat(
            get(
                    options().peerService(Map.of("127.0.0.1", "host", "127.0.0.1:" + port, "port")),
                    "/a")
                .tags())
        .containsEntry("peer.service", "port");
  }

  @Test
  void propagatesOnlyWhereItMay() {
    get(options(), "/a");
    assertThat(received).containsKeys("Traceid", "Spanid");

    get(options().propagateTo(uri -> uri.getPath().startsWith("/b")), "/a");
    assertThat(received).doesNotContainKeys("Traceid", "Spanid");
  }

  @Test
  void givesEntitiesSpansOfTheirOwnWhenToldTo() {
    Client client = ClientBuilder.newClient().register(options().serializationSpans().build());

    client.target(base()).request().post(Entity.text("x"), String.class);
    client
        .target(base())
        .request()
        .property(ClientTracingFeature.TRACED, false)
        .post(Entity.text("x"), String.class);
    client.close();

    Map<String, MockSpan> spans = new HashMap<>();
    tracer.finishedSpans().forEach(span -> spans.put(span.operationName(), span));
    assertThat(tracer.finishedSpans()).hasSize(3);
    long call = spans.get("POST").context().spanId();
    assertThat(spans.get("serialize").parentId()).isEqualTo(call);
    assertThat(spans.get("deserialize").parentId()).isEqualTo(call);
    assertThat(spans.get("deserialize").tags())
        .containsEntry("media.type", "text/plain")
        .containsEntry("entity.type", "java.lang.String");
  }

  @Test
  void readsPropertiesThatWereNotGivenInCode() {
    Client client =
        ClientBuilder.newClient()
            .property(ClientTracingProperties.TAGS, "zipkin")
            .property(ClientTracingProperties.PEER_SERVICE, "127.0.0.1 = orders, x=y")
            .property(ClientTracingProperties.OPERATION_NAME, "route")
            .property(ClientTracingProperties.CAPTURE_RESPONSE_HEADERS, List.of("X-Answer"))
            .register(new ClientTracingFeature(tracer));

    client.target(base() + "/a").request().get().close();
    client.close();

    assertThat(tracer.finishedSpans().get(0).tags())
        .containsEntry("http.path", "/a")
        .containsEntry("peer.service", "orders")
        .containsEntry("http.response.header.x-answer", "yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operation-name | class-method | http-method, route",
        "tags | jaeger | opentelemetry, opentracing, zipkin",
        "capture-request-headers | a b | names of HTTP headers",
        "capture-response-headers | : | names of HTTP headers",
        "drop-query | 1 | true and false",
        "max-tag-value-length | -1 | whole numbers from 1",
        "peer-service | orders | pairs",
        "serialization-spans | no | true and false",
      })
  void refusesTheWrongOptionWhenItIsBuiltAndNamesWhatIsValid(
      String option, String value, String valid) {
    String property = "jaxrs-tracing.client." + option;
    System.setProperty(property, value);
    try {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClientTracingFeature.builder().build())
          .withMessageContainingAll(property, '"' + value + '"', valid);
      assertThatIllegalArgumentException().isThrownBy(() -> new ClientTracingFeature(tracer));
    } finally {
      System.clearProperty(property);
    }
  }

  @Test
  void refusesTheWrongOptionThatWasGivenInCodeWhenItIsBuilt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options().captureRequestHeaders("a b").build())
        .withMessageContainingAll("capture-request-headers", "\"a b\"");
  }

  @Test
  void propertyOfTheClientThatIsWrongLeavesItUntracedWithOneWarning() {
    try (Warnings warnings = new Warnings()) {
      ClientTracingFeature feature = options().build();

      for (int i = 0; i < 2; i++) {
        Client client =
            ClientBuilder.newClient()
                .property(ClientTracingProperties.TAGS, "jaeger")
                .register(feature);
        assertThat(client.target(base()).request().get().getStatus()).isEqualTo(200);
        client.close();
      }

      assertThat(tracer.finishedSpans()).isEmpty();
      assertThat(warnings.messages())
          .singleElement()
          .asString()
          .contains("jaxrs-tracing.client.tags", "\"jaeger\"", "zipkin");
    }
  }

  @Test
  void refusesNullAtOnce() {
    ClientTracingFeatureBuilder options = options();

    assertThatNullPointerException()
        .isThrownBy(() -> options.decorator(null))
        .withMessageContaining("decorator");
    assertThatNullPointerException()
        .isThrownBy(() -> options.onStart(null))
        .withMessageContaining("onStart");
    assertThatNullPointerException()
        .isThrownBy(() -> options.propagateTo(null))
        .withMessageContaining("propagateTo");
    assertThatNullPointerException()
        .isThrownBy(() -> options.peerService(null))
        .withMessageContaining("peerService");
  }

  @Test
  void refusesNoTracerAtOnce() {
    assertThatNullPointerException().isThrownBy(() -> new ClientTracingFeature((Tracer) null));
  }
}
