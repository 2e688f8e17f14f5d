// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths the feature that registers itself leaves out. */
class SkippedPathTest {
  private final MockTracer tracer = new MockTracer();
  private final ResourceConfig application = new ResourceConfig(Root.class);

  SkippedPathTest() {
    GlobalTracer.registerIfAbsent(tracer);
  }

  @AfterEach
  void forgetTheGlobalTracer() {
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  @Path("/")
  public static class Root {
    @GET
    @Path("{any: .*}")
    public String any() {
      return "any";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp.opentracing.server.skip-pattern", "jaxrs-tracing.server.skip"})
  void skipsPaths(String key) throws Exception {
    application.property(key, "/a|/a/\\d|/a/b");

    assertThat(InProcess.spansOf(application, tracer, "/a", "/a/7", "/a/b", "/a/77"))
        .extracting(span -> span.tags().get("http.url"))
        .containsExactly("http://localhost/rest/a/77");
  }

  @Test
  void takesItsOwnSkipBeforeMicroProfiles() throws Exception {
    application.property("mp.opentracing.server.skip-pattern", ".*");
    application.property("jaxrs-tracing.server.skip", "/never");

    assertThat(InProcess.spansOf(application, tracer, "/a")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/live",
        "/health/ready",
        "/health/started",
        "/metrics",
        "/metrics/base",
        "/metrics/base/gc.total",
        "/metrics/vendor/memory",
        "/metrics/application/orders",
        "/openapi"
      })
  void neverTracesWhatOthersOfMicroProfileAnswer(String path) throws Exception {
    application.property("mp.opentracing.server.skip-pattern", "/other");

    assertThat(InProcess.spansOf(application, tracer, path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/healthy",
        "/health/insurance",
        "/metrics/baseline",
        "/metrics/other/a",
        "/openapi/editor",
        "/my/health"
      })
  void tracesWhatOnlyLooksLikeIt(String path) throws Exception {
    assertThat(InProcess.spansOf(application, tracer, path)).hasSize(1);
  }
}
