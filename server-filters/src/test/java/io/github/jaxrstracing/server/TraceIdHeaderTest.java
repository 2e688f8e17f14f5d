// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tracer that takes its trace ids from the sender as they are. */
class TraceIdHeaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"1\r\nSet-Cookie: a=b", "1\n2", "\u00e9", " 1", "1\0"})
  void writesNothingThatSplitsTheResponse(String traceId) {
    try (Warnings warnings = new Warnings();
        TestServer server = server(traceId)) {
      HttpResponse<String> answer = server.get("/plain");
      server.get("/plain");

      assertThat(answer.body()).isEqualTo("yes");
      assertThat(answer.headers().map()).doesNotContainKeys("X-Trace-Id", "Set-Cookie");
      assertThat(warnings.messages()).hasSize(1);
    }
  }

  @Test
  void writesWhatAHeaderCanTell() {
    try (TestServer server = server("trace 1")) {
      assertThat(server.get("/plain").headers().firstValue("X-Trace-Id")).contains("trace 1");
    }
  }

  private static TestServer server(String traceId) {
    Tracer tracer = (Tracer) saying(traceId, new MockTracer(), Tracer.class);
    TracingFeature feature =
        TracingFeature.builder().tracer(tracer).traceAll().traceIdHeader("X-Trace-Id").build();
    return new TestServer(new ResourceConfig().register(feature), null, Plain.class);
  }

  /** The same, but for the trace id of all contexts. */
  private static Object saying(String traceId, Object real, Class<?> type) {
    return Proxy.newProxyInstance(
        TraceIdHeaderTest.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, args) -> {
          if (method.getName().equals("toTraceId")) {
            return traceId;
          }
          try {
            Object result = method.invoke(real, args);
            Class<?> returned = method.getReturnType();
            boolean leadsToContexts =
                returned == Tracer.SpanBuilder.class
                    || returned == Span.class
                    || returned == SpanContext.class;
            return result == null || !leadsToContexts ? result : saying(traceId, result, returned);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return "yes";
    }
  }
}
