// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockSpan;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.weld.bootstrap.api.SingletonProvider;
import org.jboss.weld.bootstrap.api.helpers.TCCLSingletonProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the TCK does not look at: several wars at once, failures, scopes, where the library is. */
class WarTest {
  private static final EmbeddedTomcat TOMCAT = new EmbeddedTomcat();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ORDERS = "GET:" + Shop.Orders.class.getName();
  private static final String RESERVE = Shop.Stock.class.getName() + ".reserve";

  // A field, since java.util.logging forgets loggers that nobody holds.
  private static final Logger LOGGER = Logger.getLogger("io.github.jaxrstracing");
  private static final List<String> TOLD = new CopyOnWriteArrayList<>();
  private static final Handler LISTENER =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          TOLD.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private static URI server;

  @BeforeAll
  static void start(@TempDir Path jars) throws Exception {
    LOGGER.addHandler(LISTENER);
    // Weld is outside of the wars: without this the last one would take the place of the others.
    SingletonProvider.initialize(new TCCLSingletonProvider());
    TOMCAT.setup(new EmbeddedTomcatConfiguration());
    TOMCAT.start();
    ProtocolMetaData one =
        TOMCAT.deploy(
            new ShopWar("one")
                .configure("mp.opentracing.server.skip-pattern=/orders/quiet")
                .archive());
    TOMCAT.deploy(
        new ShopWar("two")
            .configure(
                "mp.opentracing.server.operation-name-provider=http-path",
                "jaxrs-tracing.client.operation-name=route",
                "jaxrs-tracing.client.operation-nam=route")
            .archive());
    TOMCAT.deploy(
        new ShopWar("inside").addLibrary(jars).archive(),
        ServerClassLoader.without(ShopWar.library()));
    TOMCAT.deploy(new ShopWar("twice").addLibrary(jars).archive());
    TOMCAT.deploy(
        new ShopWar("resolved")
            .configure("jaxrs-tracing.client.operation-name=route")
            .resolveTracer()
            .archive());
    HTTPContext http = one.getContexts(HTTPContext.class).iterator().next();
    server = new URI("http", null, http.getHost(), http.getPort(), "/", null, null);
  }

  @AfterAll
  static void stop() throws Exception {
    TOMCAT.stop();
    SingletonProvider.reset();
    LOGGER.removeHandler(LISTENER);
  }

  @BeforeEach
  void forgetSpans() {
    for (String war : List.of("/one", "/two", "/inside", "/twice", "/resolved")) {
      Tracers.of(war).reset();
    }
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<MockSpan> spans(String war, int count) {
    await()
        .untilAsserted(
            () -> assertThat(Tracers.of(war).finishedSpans()).hasSizeGreaterThanOrEqualTo(count));
    assertThat(Tracers.of(war).finishedSpans()).hasSize(count);
    return Tracers.of(war).finishedSpans();
  }

  @Test
  void keepsTheTracersOfTwoWarsApart() throws Exception {
    assertThat(get("/one/orders").body()).isEqualTo("entity");
    assertThat(spans("/one", 2))
        .extracting(MockSpan::operationName)
        .containsExactly(RESERVE, ORDERS + ".entity");
    assertThat(Tracers.of("/two").finishedSpans()).isEmpty();

    assertThat(get("/two/orders").body()).isEqualTo("entity");
    assertThat(spans("/two", 2))
        .extracting(MockSpan::operationName)
        .containsExactly(RESERVE, "GET:/orders");
    spans("/one", 2);
  }

  @Test
  void keepsTheConfigurationsOfTwoWarsApart() throws Exception {
    get("/one/orders/quiet");
    get("/two/orders/quiet");

    assertThat(spans("/two", 1).get(0).operationName()).isEqualTo("GET:/orders/quiet");
    assertThat(Tracers.of("/one").finishedSpans()).isEmpty();
  }

  @Test
  void tellsOnceOfAMisspeltKeyInMicroProfileConfig() throws Exception {
    get("/two/orders");
    get("/two/orders");

    assertThat(TOLD)
        .filteredOn(told -> told.startsWith("There is no option"))
        .singleElement()
        .asString()
        .contains("jaxrs-tracing.client.operation-nam:")
        .contains("Did you mean jaxrs-tracing.client.operation-name?");
  }

  @Test
  void isOneTraceFromWarToWar() throws Exception {
    assertThat(get("/two/orders/call?uri=" + server.resolve("/one")).body()).isEqualTo("entity");

    List<MockSpan> called = spans("/one", 2);
    List<MockSpan> calling = spans("/two", 2);
    assertThat(calling)
        .extracting(MockSpan::operationName)
        .containsExactly("GET:/orders", "GET:/orders/call");
    assertThat(calling.get(0).parentId()).isEqualTo(calling.get(1).context().spanId());
    assertThat(called.get(1).parentId()).isEqualTo(calling.get(0).context().spanId());
    assertThat(called.get(0).parentId()).isEqualTo(called.get(1).context().spanId());
    assertThat(called)
        .extracting(span -> span.context().traceId())
        .containsOnly(calling.get(0).context().traceId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inside", "/twice"})
  void worksInsideTheWar(String war) throws Exception {
    assertThat(get(war + "/orders/call?uri=" + server.resolve(war)).body()).isEqualTo("entity");

    List<MockSpan> spans = spans(war, 4);
    assertThat(spans)
        .extracting(MockSpan::operationName)
        .startsWith(RESERVE)
        .containsExactlyInAnyOrder(RESERVE, ORDERS + ".entity", "GET", ORDERS + ".call");
    assertThat(spans)
        .extracting(span -> span.context().traceId())
        .containsOnly(spans.get(0).context().traceId());
  }

  @Test
  void reportsToTheOneTracerThatWasResolved() throws Exception {
    assertThat(get("/resolved/orders/injected").body()).isEqualTo("true");
    assertThat(get("/resolved/orders/call?uri=" + server.resolve("/resolved")).body())
        .isEqualTo("entity");

    List<MockSpan> spans = spans("/resolved", 5);
    assertThat(spans)
        .extracting(MockSpan::operationName)
        .containsExactlyInAnyOrder(
            ORDERS + ".injected", RESERVE, ORDERS + ".entity", "GET:/orders", ORDERS + ".call");
    assertThat(spans.subList(1, 5))
        .extracting(span -> span.context().traceId())
        .containsOnly(spans.get(1).context().traceId());
  }

  @Test
  void tellsOfAConnectionThatIsRefused() throws Exception {
    assertThat(get("/one/orders/call?uri=" + closedPort()).body()).isEqualTo("refused");

    List<MockSpan> spans = spans("/one", 2);
    MockSpan call = spans.get(0);
    assertThat(call.tags())
        .containsEntry("span.kind", "client")
        .containsEntry("error", true)
        .doesNotContainKey("http.status_code");
    assertThat(call.logEntries()).hasSize(1);
    assertThat(call.logEntries().get(0).fields().get("error.object"))
        .isInstanceOf(ConnectException.class);
    assertThat(call.parentId()).isEqualTo(spans.get(1).context().spanId());
    assertThat(spans.get(1).tags())
        .containsEntry("http.status_code", 200)
        .doesNotContainKey("error");
  }

  @Test
  void namesCallsAsTheirInterfaceDoes() throws Exception {
    assertThat(get("/one/orders/call-named?uri=" + server.resolve("/one")).body()).isEqualTo("off");

    assertThat(spans("/one", 2))
        .extracting(MockSpan::operationName)
        .containsExactly("ask", ORDERS + ".callNamed");
  }

  private static URI closedPort() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
      return new URI(
          "http", null, loopback.getHostAddress(), socket.getLocalPort(), null, null, null);
    }
  }

  @Test
  void tellsOfExceptions() throws Exception {
    assertThat(get("/one/orders/fail").statusCode()).isEqualTo(500);

    MockSpan span = spans("/one", 1).get(0);
    assertThat(span.tags()).containsEntry("http.status_code", 500).containsEntry("error", true);
    assertThat(span.logEntries()).hasSize(1);
    assertThat(span.logEntries().get(0).fields().get("error.object"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void namesSubResourcesAndInheritedResourceMethods() throws Exception {
    assertThat(get("/one/orders/items/7").body()).isEqualTo("7");
    assertThat(get("/one/orders/inherited").body()).isEqualTo("inherited");
    assertThat(get("/one/orders/inherited-off").body()).isEqualTo("off");

    assertThat(spans("/one", 2))
        .extracting(MockSpan::operationName)
        .containsExactly("GET:" + Shop.Items.class.getName() + ".get", "named-by-interface");
  }

  @Test
  void leavesNoSpanOnTheThreadsOfTheServer() throws Exception {
    for (int i = 0; i < 25; i++) {
      get("/one/orders");
      get("/one/orders/fail");
      get("/one/nowhere");
      assertThat(get("/one/orders/quiet").body()).isEqualTo("null");
    }
  }

  @Test
  void tracesNoHealthChecks() throws Exception {
    assertThat(get("/one/health").body()).isEqualTo("healthy");
    assertThat(get("/one/health/ready").body()).isEqualTo("ready");
    get("/one/orders/inherited");

    assertThat(spans("/one", 1).get(0).operationName()).isEqualTo("named-by-interface");
  }
}
