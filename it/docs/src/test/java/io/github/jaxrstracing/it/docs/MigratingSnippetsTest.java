// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How to have it as with java-jaxrs. */
@OnPage("docs/migrating.md")
@Timeout(60)
class MigratingSnippetsTest {
  private final MockTracer tracer = new MockTracer();

  @Path("orders/{id: [0-9]+}")
  public static class Orders {
    @GET
    public Response get() {
      return Response.status(404).build();
    }
  }

  @Traced
  static final class TracedApplication extends ResourceConfig {
    TracedApplication(MockTracer tracer) {
      super(Orders.class);
      register(new TracingFeature(tracer));
    }
  }

  @Test
  void namesLoseTheirFirstPart(@Shown("OldNames") Snippet shown) throws Exception {
    OperationName old = shown.call(OperationName.class, "without", "/shop/api");

    assertThat(names(old, "/orders/17", "/nothing"))
        .containsExactlyInAnyOrder("GET:/orders/{id}", "GET");
  }

  @Test
  void namesAreComplete() throws Exception {
    assertThat(names(OperationName.route(), "/orders/17", "/nothing"))
        .containsExactlyInAnyOrder("GET:/shop/api/orders/{id}", "GET");
  }

  @Test
  void namesOfClassesAreTheSame() throws Exception {
    assertThat(names(OperationName.classMethod(), "/orders/17"))
        .containsExactly("GET:" + Orders.class.getName() + ".get");
  }

  @Test
  void aTracedApplicationHasNoSpanForWhatMatchesNothing() throws Exception {
    assertThat(names(new TracedApplication(tracer), "/nothing", "/orders/17"))
        .containsExactly("GET:/shop/api/orders/{id}");
  }

  @Test
  void aVocabularyWithoutTagsHasNone() throws Exception {
    names(
        new ResourceConfig(Orders.class)
            .register(
                TracingFeature.builder().tracer(tracer).traceAll().tags(new HttpTags() {}).build()),
        "/orders/17");

    assertThat(tracer.finishedSpans().get(0).tags()).containsOnlyKeys("span.kind");
  }

  @Test
  void onlyAServerErrorIsOne(@Shown("ServerErrorsOnly") Snippet shown) throws Exception {
    assertThat(call(HttpTags.OPENTRACING).tags()).containsKey("error");
    tracer.reset();

    assertThat(call(shown.create(HttpTags.class)).tags())
        .doesNotContainKey("error")
        .containsEntry("http.status_code", 404)
        .containsKey("http.url");
  }

  private MockSpan call(HttpTags tags) throws Exception {
    ClientTracingFeature feature = ClientTracingFeature.builder().tracer(tracer).tags(tags).build();
    try (ServedApplication server = new ServedApplication(new ResourceConfig(Orders.class));
        Client client = ClientBuilder.newBuilder().register(feature).build()) {
      client.target(server.uri("/orders/17")).request().get().close();
    }
    return tracer.finishedSpans().get(0);
  }

  private List<String> names(OperationName name, String... paths) throws Exception {
    return names(
        new ResourceConfig(Orders.class)
            .register(
                TracingFeature.builder().tracer(tracer).traceAll().operationName(name).build()),
        paths);
  }

  private List<String> names(ResourceConfig application, String... paths) throws Exception {
    try (ServedApplication server = new ServedApplication(application, "/shop/api/")) {
      for (String path : paths) {
        assertThat(server.get("/shop/api" + path).statusCode()).isEqualTo(404);
      }
      awaitSoon().until(() -> !tracer.finishedSpans().isEmpty());
    }
    return tracer.finishedSpans().stream().map(MockSpan::operationName).toList();
  }
}
