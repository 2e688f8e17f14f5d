// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What Jersey itself never does, but others may. */
class CallSpanTest {
  private final MockTracer tracer = new MockTracer();
  private final Map<Object, Object> properties = new HashMap<>();
  private final MultivaluedHashMap<String, Object> headers = new MultivaluedHashMap<>();
  private final ClientSettings settings =
      ClientTracingFeature.builder()
          .tracer(tracer)
          .settings(ClientBuilder.newClient().getConfiguration(), () -> true);
  private final ClientRequestContext request =
      (ClientRequestContext)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ClientRequestContext.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getProperty" -> properties.get(arguments[0]);
                    case "setProperty" -> properties.put(arguments[0], arguments[1]);
                    case "getConfiguration" -> ClientBuilder.newClient().getConfiguration();
                    case "getUri" -> URI.create("http://orders.invalid/a");
                    case "getMethod" -> "GET";
                    case "getHeaders" -> headers;
                    default -> null;
                  });
  private final ClientResponseContext response =
      (ClientResponseContext)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ClientResponseContext.class},
              (proxy, method, arguments) -> method.getName().equals("getStatus") ? 200 : null);

  private CallSpan begun() {
    CallSpan span = CallSpan.prepare(settings, request);
    span.begin();
    return span;
  }

  @Test
  void requestThatIsUsedAgainHasSpanOfItsOwn() {
    begun().answered(response);
    begun().answered(response);

    assertThat(tracer.finishedSpans())
        .extracting(span -> span.context().spanId())
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(headers.get("spanid"))
        .containsExactly(tracer.finishedSpans().get(1).context().toSpanId());
  }

  @Test
  void repeatedEventsFinishOnce() {
    CallSpan span = begun();

    span.begin();
    span.answered(response);
    span.answered(response);
    span.failed(new IllegalStateException("too late"), null);

    MockSpan finished = tracer.finishedSpans().get(0);
    assertThat(tracer.finishedSpans()).hasSize(1);
    assertThat(finished.generatedErrors()).isEmpty();
    assertThat(finished.tags()).doesNotContainKey("error");
    assertThat(finished.logEntries()).isEmpty();
  }

  @Test
  void logsWhatIsInsideTheWrappers() {
    ConnectException refused = new ConnectException("refused");

    begun()
        .failed(
            new ProcessingException(new ExecutionException(new CompletionException(refused))),
            null);

    assertThat(tracer.finishedSpans().get(0).logEntries().get(0).fields().get("error.object"))
        .isSameAs(refused);
  }

  @Test
  void failureBeforeItBeganSendsNothing() {
    CallSpan span = CallSpan.prepare(settings, request);

    span.failed(new IllegalStateException("by an early filter"), null);

    assertThat(tracer.finishedSpans()).hasSize(1);
    assertThat(headers).isEmpty();
  }
}
