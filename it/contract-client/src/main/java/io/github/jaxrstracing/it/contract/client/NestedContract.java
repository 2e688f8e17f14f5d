// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.opentracing.Span;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that a filter makes out of another one, with a copy of its properties. */
public abstract class NestedContract extends ClientContract {
  @ParameterizedTest(name = "{0}, where filters of asynchronous calls may wait for other calls")
  @EnumSource(Mode.class)
  void secondTryByAResponseFilterHasItsOwnSpan(Mode mode) throws Exception {
    assumeThat(mode == Mode.SYNC || callbacksRunOnExecutor()).isTrue();
    Client client =
        client(
            b ->
                b.register(
                        ClientTracingFeature.builder()
                            .tracer(tracer)
                            .captureResponseHeaders("Content-Length")
                            .build())
                    .register(new SecondTry(server.uri("/orders"))));

    Span parent =
        inParent(
            () -> {
              int status = status(mode.get(client.target(server.uri("/status/500")).request()));
              assertThat(status).isEqualTo(200);
              return null;
            });

    List<FinishedSpan> spans = spans(2);
    assertThat(spans).extracting(FinishedSpan::ids).doesNotHaveDuplicates();
    assertThat(spans).extracting(FinishedSpan::status).containsExactlyInAnyOrder("500", "200");
    assertThat(server.received())
        .extracting(this::wire)
        .containsExactly(ids(spans, "500"), ids(spans, "200"));
    assertThat(parentOf(spans, "500")).isEqualTo(parent.context().toSpanId());
  }

  @ParameterizedTest
  @EnumSource(When.class)
  void callByARequestFilterHasItsOwnSpan(When when) {
    Client client =
        client(
            b ->
                b.register(new ClientTracingFeature(tracer))
                    .register(new TokenFilter(server.uri("/status/201")), when.priority));

    status(client.target(server.uri("/orders")).request().get());

    List<FinishedSpan> spans = spans(2);
    assertThat(server.received())
        .extracting(this::wire)
        .containsExactly(ids(spans, "201"), ids(spans, "200"));
  }

  enum When {
    BEFORE_OURS(Filters.EARLY),
    AFTER_OURS(Priorities.USER);

    private final int priority;

    When(int priority) {
      this.priority = priority;
    }
  }

  private static String ids(List<FinishedSpan> spans, String status) {
    return only(spans, status).ids();
  }

  private static @Nullable String parentOf(List<FinishedSpan> spans, String status) {
    return only(spans, status).parentId();
  }

  private static FinishedSpan only(List<FinishedSpan> spans, String status) {
    return spans.stream().filter(span -> span.status().equals(status)).findFirst().orElseThrow();
  }

  private static Response call(ClientRequestContext request, URI uri) {
    Invocation.Builder nested = request.getClient().target(uri).request();
    for (String property : request.getPropertyNames()) {
      nested.property(property, request.getProperty(property));
    }
    return nested.get();
  }

  private record SecondTry(URI uri) implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      if (response.getStatus() == 500) {
        try (Response second = call(request, uri)) {
          response.setStatus(second.getStatus());
          response.getHeaders().clear();
        }
      }
    }
  }

  private record TokenFilter(URI uri) implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
      if (!request.getUri().equals(uri)) {
        call(request, uri).close();
      }
    }
  }
}
