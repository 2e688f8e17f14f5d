// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.HttpTags;
import io.opentracing.mock.MockSpan;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that sends much, and the tags that are made of it. */
class TagLengthTest {
  private static final String MUCH = "m".repeat(1_100);

  private static MockSpan span(TracingFeatureBuilder options) {
    try (TestServer server = new TestServer(options.traceAll(), Long.class)) {
      server.get(
          "/long/" + MUCH + "?q=" + MUCH,
          "User-Agent",
          MUCH,
          "Cookie",
          "c=" + MUCH,
          "X-Much",
          MUCH,
          "traceid",
          "1",
          "spanid",
          "2",
          "baggage-much",
          MUCH);
      return server.span();
    }
  }

  private static TracingFeatureBuilder everything() {
    return TracingFeature.builder()
        .tags(HttpTags.OPENTRACING, HttpTags.OPENTELEMETRY, HttpTags.ZIPKIN)
        .captureRequestHeaders("X-Much")
        .captureResponseHeaders("X-Answer")
        .baggageTags("much")
        .operationName(request -> request.path())
        .requestTags(
            "path",
            "url",
            "base_url",
            "query_string",
            "user_agent",
            "path_params",
            "header.X-Much",
            "query.q",
            "cookie.c",
            "path.id");
  }

  @Test
  void cutsEachTagAndTheNameAt1024() {
    MockSpan span = span(everything());

    assertThat(span.operationName()).hasSize(1024);
    assertThat(span.tags())
        .containsKeys("http.request.header.x-much", "http.response.header.x-answer", "much");
    assertThat(span.tags().values().stream().filter(tag -> tag.toString().length() > 500).toList())
        .hasSizeGreaterThan(14)
        .allSatisfy(tag -> assertThat(tag.toString()).hasSize(1024));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_050})
  void cutsWhereItIsTold(int most) {
    MockSpan span = span(everything().maxTagValueLength(most));

    assertThat(span.operationName()).hasSize(most);
    assertThat(span.tags()).containsEntry("user_agent", MUCH.substring(0, most));
  }

  @Test
  void readsTheProperty() {
    ResourceConfig config =
        new ResourceConfig().property(ServerTracingProperties.MAX_TAG_VALUE_LENGTH, "5");
    try (TestServer server =
        new TestServer(config, TracingFeature.builder().traceAll(), Long.class)) {
      server.get("/nowhere");

      assertThat(server.span().tags()).containsEntry("http.url", "http:");
    }
  }

  @Test
  void refusesNoLengthAtAll() {
    TracingFeatureBuilder nothing = TracingFeature.builder().maxTagValueLength(0);

    assertThatThrownBy(() -> new TestServer(nothing, Long.class).close())
        .hasStackTraceContaining("max-tag-value-length: \"0\" cannot be used; valid are whole");
  }

  @Test
  void cutsTheTypeOfAnEntity() {
    try (TestServer server =
        new TestServer(
            TracingFeature.builder().traceAll().serializationSpans().maxTagValueLength(9),
            Long.class)) {
      server.post("/long", "body", "Content-Type", "text/plain;a=" + MUCH);

      assertThat(server.spans(3))
          .filteredOn(span -> span.operationName().equals("deserialize"))
          .extracting(span -> span.tags().get("media.type"))
          .containsExactly("text/plai");
    }
  }

  @Path("long")
  public static class Long {
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
      return Response.ok("yes").header("X-Answer", id).build();
    }

    @POST
    public String post(String body) {
      return body;
    }
  }
}
