// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which requests have a span. */
final class ChoiceTopic implements Topic {
  private static final List<String> PATHS =
      List.of("/orders", "/orders/total", "/orders/ping", "/health", "/nowhere");

  @Override
  public String code() {
    return """
    @GET @Traced public String list() { return "two"; }
    @GET @Path("total") public String total() { return "12"; }
    @GET @Path("ping") @Traced(false) public String ping() { return "yes"; }

    TracingFeature chosen = new TracingFeature(tracer);

    TracingFeature all =
        TracingFeature.builder().tracer(tracer).traceAll()
            .skip("/health").build();
    """;
  }

  @Override
  public List<String> result() throws IOException, InterruptedException {
    MockTracer tracer = new MockTracer();
    TracingFeature chosen = new TracingFeature(tracer);
    TracingFeature all = TracingFeature.builder().tracer(tracer).traceAll().skip("/health").build();

    Map<String, String> chosenNames = names(chosen, tracer);
    Map<String, String> allNames = names(all, tracer);
    List<String> lines = new ArrayList<>();
    lines.add(line("REQUEST", "CHOSEN", "ALL"));
    for (String path : PATHS) {
      lines.add(
          line(
              "GET " + path,
              chosenNames.getOrDefault(path, "no span"),
              allNames.getOrDefault(path, "no span")));
    }
    return lines;
  }

  private static Map<String, String> names(TracingFeature feature, MockTracer tracer)
      throws IOException, InterruptedException {
    tracer.reset();
    return new Stage(tracer)
        .ask(feature, new Orders(), PATHS).spans().stream()
            .collect(Collectors.toMap(ChoiceTopic::pathOf, MockSpan::operationName));
  }

  private static String pathOf(MockSpan span) {
    return URI.create(String.valueOf(span.tags().get("http.url"))).getPath();
  }

  private static String line(Object... columns) {
    return String.format(Locale.ROOT, "%-20s%-24s%s", columns);
  }

  /** The service. */
  @Path("orders")
  public static final class Orders {
    // spotless:off
    @GET
    @Traced
    public String list() {
      return "two";
    }

    @GET
    @Path("total")
    public String total() {
      return "12";
    }

    @GET
    @Path("ping")
    @Traced(false)
    public String ping() {
      return "yes";
    }
    // spotless:on
  }
}
