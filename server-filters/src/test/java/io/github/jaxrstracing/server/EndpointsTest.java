// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.UrlSanitizer;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;

class EndpointsTest {
  private final MockTracer tracer = new MockTracer();

  @Test
  void worksOutAnEndpointOnceThoughALocatorBuildsItsModelForEachRequest() throws Exception {
    ApplicationHandler application =
        new ApplicationHandler(
            new ResourceConfig(Locator.class)
                .register(TracingFeature.builder().tracer(tracer).traceAll().build()));
    for (int i = 0; i < 20; i++) {
      application.apply(request("built/" + i + "/leaf")).get();
    }
    Set<Object> names = new HashSet<>();
    tracer
        .finishedSpans()
        .forEach(span -> names.add(System.identityHashCode(span.operationName())));

    assertThat(tracer.finishedSpans())
        .hasSize(20)
        .allSatisfy(span -> assertThat(span.operationName()).isEqualTo("GET:/built/{id}/leaf"));
    assertThat(names).as("names that were made").hasSize(1);
  }

  @Test
  void saysAtTheStartThatNothingIsTraced() {
    try (Warnings warnings = new Warnings()) {
      ApplicationHandler application =
          new ApplicationHandler(
              new ResourceConfig(Leaf.class).register(new TracingFeature(tracer)));

      assertThat(application).isNotNull();
      assertThat(warnings.take()).singleElement().asString().contains("traces nothing");
    }
  }

  @Test
  void saysNothingWhereALocatorMayLeadToSomethingTraced() {
    try (Warnings warnings = new Warnings()) {
      ApplicationHandler application =
          new ApplicationHandler(
              new ResourceConfig(Locator.class).register(new TracingFeature(tracer)));

      assertThat(application).isNotNull();
      assertThat(warnings.take()).isEmpty();
    }
  }

  @Test
  void keepsABoundedNumberOfEndpoints() {
    Guard guard = new Guard();
    UrlSanitizer urls = new UrlSanitizer(List.of(), false, null);
    Endpoints endpoints =
        new Endpoints(true, new RequestTags(urls, guard), TracedAnnotations.discovered(guard));
    for (int i = 0; i < 20_000; i++) {
      String template = "/" + i;
      endpoints.of(
          template,
          List.of(template),
          way -> new MatchedMethod(null, null, null, way, List.of(), false, List.of()));
    }

    assertThat(endpoints.kept()).isEqualTo(10_000);
  }

  private static ContainerRequest request(String path) {
    URI base = URI.create("http://localhost/");
    return new ContainerRequest(
        base, base.resolve(path), "GET", null, new MapPropertiesDelegate(), null);
  }

  @Path("built/{id}")
  public static class Locator {
    @Path("/")
    public Resource leaf() {
      return Resource.from(Leaf.class);
    }
  }

  @Path("leaf")
  public static class Leaf {
    @GET
    @Path("leaf")
    public String get() {
      return "leaf";
    }
  }
}
