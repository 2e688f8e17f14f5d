// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A small service, the requests that it gets, and the spans that they leave. */
final class Stage {
  private final MockTracer tracer;
  private final List<String> answers = new ArrayList<>();

  Stage(MockTracer tracer) {
    this.tracer = tracer;
  }

  /** Starts a service, sends it one request for each path, and ends it: then its spans are here. */
  Stage ask(TracingFeature feature, Object resource, List<String> paths, String... headers)
      throws IOException, InterruptedException {
    try (Service service = new Service(feature, resource)) {
      for (String path : paths) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri().resolve(path));
        if (headers.length > 0) {
          request.headers(headers);
        }
        int status =
            HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
        answers.add("GET " + path + " -> " + status);
      }
    }
    return this;
  }

  List<MockSpan> spans() {
    return tracer.finishedSpans();
  }

  /** The requests, and below them the spans with such tags and all logs. */
  List<String> lines(Predicate<String> tags) {
    List<String> lines = new ArrayList<>(answers);
    addChildren(lines, 0, "  ", tags);
    return lines;
  }

  private void addChildren(List<String> lines, long parent, String indent, Predicate<String> tags) {
    for (MockSpan span : spans()) {
      if (span.parentId() == parent) {
        lines.add(
            indent + span.tags().getOrDefault("span.kind", "local") + ' ' + span.operationName());
        String below = indent + "    ";
        span.tags().entrySet().stream()
            .filter(tag -> tags.test(tag.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .forEach(tag -> lines.add(field(below, "tag", tag)));
        for (MockSpan.LogEntry log : span.logEntries()) {
          log.fields().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .forEach(field -> lines.add(field(below, "log", field)));
        }
        addChildren(lines, span.context().spanId(), indent + "  ", tags);
      }
    }
  }

  private static String field(String indent, String kind, Map.Entry<String, ?> field) {
    String value = field.getValue().toString().lines().findFirst().orElse("");
    return indent + kind + ' ' + field.getKey() + " = " + Text.cut(value, 40);
  }
}
