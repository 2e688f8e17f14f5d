// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The same request in each vocabulary, side by side: which tags have a value in common. */
final class VocabulariesTopic implements Topic {
  @Override
  public String code() {
    return """
        TracingFeature.builder().tracer(tracer).tags(vocabulary).build()
        """;
  }

  @Override
  public List<String> result() throws IOException, InterruptedException {
    MockTracer tracer = new MockTracer();
    for (HttpTags vocabulary :
        List.of(HttpTags.OPENTRACING, HttpTags.OPENTELEMETRY, HttpTags.ZIPKIN)) {
      TracingFeature feature = TracingFeature.builder().tracer(tracer).tags(vocabulary).build();
      new Stage(tracer).ask(feature, new Orders(), List.of("/orders/7"), "User-Agent", "curl");
    }
    return table(tracer.finishedSpans());
  }

  private static List<String> table(List<MockSpan> spans) {
    List<String> lines = new ArrayList<>();
    lines.add(line("VALUE", List.of("OPENTRACING", "OPENTELEMETRY", "ZIPKIN")));
    lines.add(line("(span name)", spans.stream().map(MockSpan::operationName).toList()));
    Set<String> values = new LinkedHashSet<>();
    spans.forEach(
        span -> new TreeSet<>(span.tags().keySet()).forEach(key -> values.add(text(span, key))));
    for (String value : values) {
      List<List<String>> columns = spans.stream().map(span -> keysOf(span, value)).toList();
      int height = columns.stream().mapToInt(List::size).max().orElse(0);
      for (int i = 0; i < height; i++) {
        int row = i;
        lines.add(
            line(
                Text.cut(value, 13),
                columns.stream().map(keys -> row < keys.size() ? keys.get(row) : "").toList()));
      }
    }
    return lines;
  }

  private static String text(MockSpan span, String key) {
    return String.valueOf(span.tags().get(key));
  }

  private static List<String> keysOf(MockSpan span, String value) {
    return span.tags().keySet().stream()
        .filter(key -> text(span, key).equals(value))
        .sorted()
        .toList();
  }

  private static String line(String value, List<String> columns) {
    String line =
        String.format(
            Locale.ROOT,
            "%-14s%-17s%-26s%s",
            value,
            columns.get(0),
            columns.get(1),
            columns.get(2));
    return line.stripTrailing();
  }

  /** The service. */
  @Path("orders/{id}")
  @Traced
  public static final class Orders {
    private final List<String> items = List.of();

    @GET
    public String order() {
      if (items.isEmpty()) {
        throw new IllegalStateException("sold out");
      }
      return items.get(0);
    }
  }
}
