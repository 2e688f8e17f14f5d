// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnPage("docs/server.md")
@Timeout(60)
class ServerSnippetsTest {
  private final MockTracer tracer = new MockTracer();

  @Path("{any}")
  public static class Anything {
    @GET
    public String get() {
      return "ok";
    }
  }

  @Path("orders")
  @Traced
  public static class TracedResource {
    @GET
    public Response get() {
      return Response.ok("ok").header("Content-Length", 2).build();
    }
  }

  @Test
  void traceAllRequestsButSome(@Shown("AllRequests") Snippet shown) throws Exception {
    ResourceConfig application =
        new ResourceConfig(Anything.class)
            .register(shown.call(TracingFeature.class, "feature", tracer));

    MockSpan span = spanOf(application, "/health", "/metrics", "/orders?page=3&size=5");

    assertThat(span.operationName()).isEqualTo("GET /{any}");
    assertThat(span.tags())
        .contains(entry("query.page", "3"), entry("url.path", "/orders"))
        .containsKey("user_agent");
  }

  @Test
  void logOnAThreadOfTheirOwn(@Shown("Report") Snippet shown) throws Exception {
    ResourceConfig application =
        new ResourceConfig(shown.type()).register(new TracingFeature(tracer));

    assertThat(spanOf(application, "/report").logEntries())
        .extracting(log -> log.fields().get("event").toString())
        .containsExactly("on a thread of my own");
  }

  @Test
  void tagWhatTheyLike(@Shown("Decorated") Snippet shown) throws Exception {
    ResourceConfig application =
        new ResourceConfig(TracedResource.class)
            .register(shown.call(TracingFeature.class, "feature", tracer));

    assertThat(spanOf(application, "/orders").tags())
        .contains(entry("tenant", "blue"), entry("response.length", 2));
  }

  /** The only span of some requests. */
  private MockSpan spanOf(ResourceConfig application, String... paths) throws Exception {
    try (ServedApplication server = new ServedApplication(application)) {
      for (String path : paths) {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
      }
      awaitSoon().until(() -> !tracer.finishedSpans().isEmpty());
    }
    List<MockSpan> spans = tracer.finishedSpans();
    assertThat(spans).hasSize(1);
    return spans.get(0);
  }
}
