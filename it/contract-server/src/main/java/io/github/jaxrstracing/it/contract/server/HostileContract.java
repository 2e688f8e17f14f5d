// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.server.TracingFeature;
import jakarta.annotation.Priority;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends, the answer is that of the same application untraced. */
public abstract class HostileContract extends ServerContract {
  /** How many requests are sent; {@code -Dhostile.requests=5000} for a long run. */
  private static final int REQUESTS = Integer.getInteger("hostile.requests", 300);

  private static final long SEED = Long.getLong("hostile.seed", 14);

  /** The tags that are about a URL, in which no secret may be left. */
  private static final Set<String> OF_URLS =
      Set.of(
          "http.url",
          "http.path",
          "url.path",
          "url.query",
          "url",
          "base_url",
          "path",
          "query_string",
          "query.u",
          "path_params",
          "path.id");

  /** Called by JUnit. */
  protected HostileContract() {}

  @Test
  void answersAsUntracedWhateverIsSent() throws Exception {
    sendToBoth(new Anything(), requests());

    assertThat(finishedSpans()).hasSizeGreaterThan(REQUESTS / 3).allSatisfy(this::assertHarmless);
  }

  @Test
  void answersAsUntracedWhateverTheHost() throws Exception {
    List<String> requests = HostileRequests.ofHosts();

    sendToBoth(new Anything(), requests);

    assertThat(finishedSpans())
        .hasSizeGreaterThan(requests.size() / 3)
        .allSatisfy(this::assertHarmless);
  }

  /**
   * The requests that are sent in this run.
   *
   * @return what is written to a socket, each one byte a character
   */
  protected static List<String> requests() {
    return HostileRequests.of(REQUESTS, SEED);
  }

  /**
   * Sends requests to an application untraced and traced: both must answer the same, with one span
   * for each request that the container lets in.
   *
   * @param resource what is served, an instance
   * @param requests each one byte a character
   * @throws Exception when a server does not start
   */
  protected final void sendToBoth(Object resource, List<String> requests) throws Exception {
    Arrivals arrivals = new Arrivals();
    URI untraced = serve(new App().with(resource, new Arrivals())).baseUri();
    URI traced = serve(new App().with(resource, arrivals, everything())).baseUri();

    for (String request : requests) {
      assertSameAnswer(request, untraced, traced);
      awaitSoon()
          .untilAsserted(
              () -> assertThat(serverSpans()).as(request).isEqualTo(arrivals.count.get()));
    }

    nothingLeft().awaitQuiet();
    assertThat(takeWarnings()).as("one for each cause").doesNotHaveDuplicates().hasSizeLessThan(6);
  }

  private long serverSpans() {
    return finishedSpans().stream().filter(span -> "server".equals(span.kind())).count();
  }

  private TracingFeature everything() {
    return tracingBuilder()
        .traceAll()
        .tags(HttpTags.OPENTRACING, HttpTags.OPENTELEMETRY, HttpTags.ZIPKIN)
        .captureRequestHeaders("X-Captured", "Forwarded", "Referer", "Link", "Cookie")
        .captureResponseHeaders("X-Answer")
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
            "header.Referer",
            "query.q",
            "query.u",
            "cookie.c",
            "path.id")
        .baggageTags("tenant")
        .trustRemoteContext(request -> request.getHeaderString("X-Untrusted") == null)
        .traceIdHeader("X-Trace-Id")
        .build();
  }

  // Where a container closes while it is still sent to, its answer may be lost: then once more.
  private static void assertSameAnswer(String request, URI untraced, URI traced) throws Exception {
    RawAnswer expected = RawAnswer.to(request, untraced);
    RawAnswer answer = RawAnswer.to(request, traced);
    for (int i = 0; i < 3 && !answer.equals(expected); i++) {
      expected = RawAnswer.to(request, untraced);
      answer = RawAnswer.to(request, traced);
    }
    assertThat(answer).as(request).isEqualTo(expected);
  }

  private void assertHarmless(FinishedSpan span) {
    assertThat(span.name()).hasSizeLessThanOrEqualTo(1024);
    for (Map.Entry<String, Object> tag : span.tags().entrySet()) {
      assertThat(tag.getValue().toString()).as(tag.getKey()).hasSizeLessThanOrEqualTo(1024);
      if (OF_URLS.contains(tag.getKey())) {
        assertThat(tag.getValue().toString())
            .as(tag.getKey())
            .doesNotContain(HostileRequests.SECRET);
      }
    }
  }

  /** Counts what the container lets in. */
  @PreMatching
  @Priority(Integer.MIN_VALUE)
  private static final class Arrivals implements ContainerRequestFilter {
    private final AtomicLong count = new AtomicLong();

    @Override
    public void filter(ContainerRequestContext request) {
      count.incrementAndGet();
    }
  }

  /** Answers all that is asked for below it. */
  @Path("hostile")
  public static class Anything {
    /** Called by the implementation. */
    public Anything() {}

    /**
     * Answers a GET request.
     *
     * @param id the rest of the path
     * @param headers of the request
     * @param uri of the request
     * @return something that depends on all of them
     */
    @GET
    @Path("{id: .*}")
    public Response get(
        @PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
      String captured = String.valueOf(headers.getRequestHeader("X-Captured"));
      return Response.ok("got " + id.length() + captured + " at " + uri.getBaseUri())
          .header("X-Answer", "yes")
          .build();
    }

    /**
     * Answers a POST request, badly.
     *
     * @param id the rest of the path
     * @return nothing
     */
    @POST
    @Path("{id: .*}")
    public List<String> post(@PathParam("id") String id) {
      throw new IllegalStateException(id);
    }
  }
}
