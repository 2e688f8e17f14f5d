// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.HttpResponse;
import io.github.jaxrstracing.TagSink;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.Span;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What Jersey itself never does, but others may. */
class CallTraceTest {
  private final MockTracer tracer = new MockTracer();
  private final Map<Object, Object> properties = new HashMap<>();
  private final MultivaluedHashMap<String, Object> headers = new MultivaluedHashMap<>();
  private final TracedClient client = TracedClients.tracedBy(tracer);
  private final ClientRequestContext request =
      (ClientRequestContext)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ClientRequestContext.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getProperty" -> properties.get(arguments[0]);
                    case "setProperty" -> properties.put(arguments[0], arguments[1]);
                    case "removeProperty" -> properties.remove(arguments[0]);
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

  private CallTrace started() {
    client.startSpan(request);
    return client.find(request);
  }

  @Test
  void requestThatIsUsedAgainHasSpanOfItsOwn() {
    started().endWithResponse(response);
    started().endWithResponse(response);

    assertThat(tracer.finishedSpans())
        .extracting(span -> span.context().spanId())
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(headers.get("spanid"))
        .containsExactly(tracer.finishedSpans().get(1).context().toSpanId());
  }

  @Test
  void repeatedEventsFinishOnce() {
    CallTrace trace = started();

    trace.startSpan(request);
    trace.endWithResponse(response);
    trace.endWithResponse(response);
    trace.endWithFailure(new IllegalStateException("too late"), null);

    MockSpan finished = tracer.finishedSpans().get(0);
    assertThat(tracer.finishedSpans()).hasSize(1);
    assertThat(finished.generatedErrors()).isEmpty();
    assertThat(finished.tags()).doesNotContainKey("error");
    assertThat(finished.logEntries()).isEmpty();
  }

  @Test
  void failureEndsCallThatAnImplementationAnswersLater() {
    CallTrace trace = started();

    trace.endWithFailure(new ConnectException("refused"), null);
    trace.endWithResponse(response);

    assertThat(tracer.finishedSpans())
        .singleElement()
        .satisfies(
            span ->
                assertThat(span.tags())
                    .containsEntry("error", true)
                    .doesNotContainKey("http.status_code"));
  }

  @Test
  void logsWhatIsInsideTheWrappers() {
    ConnectException refused = new ConnectException("refused");

    started()
        .endWithFailure(
            new ProcessingException(new ExecutionException(new CompletionException(refused))),
            null);

    assertThat(tracer.finishedSpans().get(0).logEntries().get(0).fields().get("error.object"))
        .isSameAs(refused);
  }

  @Test
  void failureBeforeItStartedSendsNothingAndCountsFromTheCall() {
    client.beginCall(request);
    long called = System.nanoTime();
    await().until(() -> System.nanoTime() - called > 1_000_000);

    client.find(request).endWithFailure(new IllegalStateException("by an early filter"), null);

    MockSpan span = tracer.finishedSpans().get(0);
    assertThat(tracer.finishedSpans()).hasSize(1);
    assertThat(span.finishMicros() - span.startMicros()).isGreaterThanOrEqualTo(1_000);
    assertThat(headers).isEmpty();
  }

  @Test
  void responseThatComesBeforeTheCallStartedIsNotItsOwn() {
    client.beginCall(request);

    client.recordResponse(request, response);

    assertThat(tracer.finishedSpans()).isEmpty();
  }

  @Test
  void callThatIsNotTracedForgetsTheCallThatItCopied() {
    CallTrace first = started();
    properties.put(ClientTracingFeature.TRACED, false);

    client.beginCall(request);
    client.recordResponse(request, response);

    assertThat(client.find(request)).isNull();
    assertThat(tracer.finishedSpans()).isEmpty();
    first.endWithResponse(response);
  }

  @Test
  void codeOfTheUserFindsNothingThatEndsTheSpan() {
    assertThat(CallTrace.class.getMethods())
        .filteredOn(method -> method.getDeclaringClass() != Object.class)
        .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
        .allSatisfy(
            method ->
                assertThat(List.of(HttpRequest.class, HttpResponse.class, TagSink.class))
                    .as(method.toString())
                    .anyMatch(view -> declares(view, method)));
  }

  private static boolean declares(Class<?> view, Method method) {
    return Arrays.stream(view.getMethods())
        .anyMatch(
            declared ->
                declared.getName().equals(method.getName())
                    && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes()));
  }

  // As on containers that recycle a request under an asynchronous call.
  @Test
  void requestThatLostItsPropertiesFailsNothing() throws IOException {
    ReaderInterceptorContext recycled =
        (ReaderInterceptorContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ReaderInterceptorContext.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("getProperty")) {
                    throw new NullPointerException("recycled");
                  }
                  return switch (method.getName()) {
                    case "getType" -> String.class;
                    case "proceed" -> "read";
                    default -> null;
                  };
                });
    try (Warnings warnings = new Warnings()) {
      Object read = new SerializationInterceptor(client).aroundReadFrom(recycled);

      assertThat(read).isEqualTo("read");
      assertThat(warnings.messages()).singleElement().asString().contains("recycled");
    }
  }

  @Test
  void errorThatTheVirtualMachineMustSeeEndsTheSpanAllTheSame() {
    TracedClient failing =
        TracedClients.traced(
            ClientTracingFeature.builder()
                .tracer(tracer)
                .decorator(
                    new ClientSpanDecorator() {
                      @Override
                      public void onResponse(
                          ClientRequestContext sent, ClientResponseContext answer, Span span) {
                        throw new InternalError("by the decorator");
                      }
                    }));
    failing.startSpan(request);

    assertThatThrownBy(() -> failing.recordResponse(request, response))
        .isInstanceOf(InternalError.class);

    assertThat(tracer.finishedSpans()).hasSize(1);
  }
}
