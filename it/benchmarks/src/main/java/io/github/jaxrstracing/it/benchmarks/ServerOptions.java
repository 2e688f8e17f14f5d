// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.server.ServerSpanDecorator;
import io.github.jaxrstracing.server.TracingFeatureBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Each option of a server, on by itself. */
final class ServerOptions {
  private static final Map<String, UnaryOperator<TracingFeatureBuilder>> ALL =
      new LinkedHashMap<>();

  static {
    ALL.put(Case.DEFAULTS, b -> b);
    ALL.put(Case.NOT_TRACED, b -> b);
    ALL.put(Case.SKIPPED, b -> b.skip("/items/.*"));
    ALL.put("traceAll", b -> b.traceAll());
    ALL.put("skip that does not match", b -> b.skip("/health|/metrics.*"));
    ALL.put("operationName(httpMethod)", b -> b.operationName(OperationName.httpMethod()));
    ALL.put("operationName(classMethod)", b -> b.operationName(OperationName.classMethod()));
    ALL.put("tags(OPENTELEMETRY)", b -> b.tags(HttpTags.OPENTELEMETRY));
    ALL.put("tags(ZIPKIN)", b -> b.tags(HttpTags.ZIPKIN));
    ALL.put("tags of all three", b -> b.tags(all()));
    ALL.put("requestTags", b -> b.requestTags("query_string", "header.x-request-id"));
    ALL.put("captureRequestHeaders", b -> b.captureRequestHeaders("x-request-id", "accept"));
    ALL.put("captureResponseHeaders", b -> b.captureResponseHeaders("Content-Type", "ETag"));
    ALL.put("redactParameters", b -> b.redactParameters("card"));
    ALL.put("redactOnlyParameters", b -> b.redactOnlyParameters("card"));
    ALL.put("dropQuery", b -> b.dropQuery());
    ALL.put("urlSanitizer", b -> b.urlSanitizer(url -> url));
    ALL.put("expandErrorLogs", b -> b.expandErrorLogs());
    ALL.put("baggageTags", b -> b.baggageTags("tenant"));
    ALL.put("logCorrelation", b -> b.logCorrelation());
    ALL.put("decorator", b -> b.decorator(new ServerSpanDecorator() {}));
    ALL.put("trustRemoteContext", b -> b.trustRemoteContext(request -> false));
    ALL.put("joinActiveSpan", b -> b.joinActiveSpan());
    ALL.put("traceIdHeader", b -> b.traceIdHeader("X-Trace-Id"));
    ALL.put("serializationSpans", b -> b.serializationSpans());
  }

  private ServerOptions() {}

  static HttpTags[] all() {
    return new HttpTags[] {HttpTags.OPENTRACING, HttpTags.OPENTELEMETRY, HttpTags.ZIPKIN};
  }

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  static UnaryOperator<TracingFeatureBuilder> of(String name) {
    UnaryOperator<TracingFeatureBuilder> option = ALL.get(name);
    if (option == null) {
      throw new IllegalArgumentException("No option of a server: " + name);
    }
    return option;
  }
}
