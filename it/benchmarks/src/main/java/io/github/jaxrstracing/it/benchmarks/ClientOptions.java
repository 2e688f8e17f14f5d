// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.client.ClientSpanDecorator;
import io.github.jaxrstracing.client.ClientTracingFeatureBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Each option of a client, on by itself. */
final class ClientOptions {
  private static final Map<String, UnaryOperator<ClientTracingFeatureBuilder>> ALL =
      new LinkedHashMap<>();

  static {
    ALL.put(Case.DEFAULTS, b -> b);
    ALL.put(Case.NOT_TRACED, b -> b);
    ALL.put("operationName(route)", b -> b.operationName(OperationName.route()));
    ALL.put("tags(OPENTELEMETRY)", b -> b.tags(HttpTags.OPENTELEMETRY));
    ALL.put("tags(ZIPKIN)", b -> b.tags(HttpTags.ZIPKIN));
    ALL.put("tags of all three", b -> b.tags(ServerOptions.all()));
    ALL.put("captureRequestHeaders", b -> b.captureRequestHeaders("accept", "x-request-id"));
    ALL.put("captureResponseHeaders", b -> b.captureResponseHeaders("Content-Type", "ETag"));
    ALL.put("redactParameters", b -> b.redactParameters("card"));
    ALL.put("redactOnlyParameters", b -> b.redactOnlyParameters("card"));
    ALL.put("dropQuery", b -> b.dropQuery());
    ALL.put("urlSanitizer", b -> b.urlSanitizer(url -> url));
    ALL.put("expandErrorLogs", b -> b.expandErrorLogs());
    ALL.put("baggageTags", b -> b.baggageTags("tenant"));
    ALL.put("logCorrelation", b -> b.logCorrelation());
    ALL.put("decorator", b -> b.decorator(new ClientSpanDecorator() {}));
    ALL.put("propagateTo", b -> b.propagateTo(uri -> false));
    ALL.put("peerService", b -> b.peerService(Map.of("stock", "stock-service")));
    ALL.put("serializationSpans", b -> b.serializationSpans());
  }

  private ClientOptions() {}

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  static UnaryOperator<ClientTracingFeatureBuilder> of(String name) {
    UnaryOperator<ClientTracingFeatureBuilder> option = ALL.get(name);
    if (option == null) {
      throw new IllegalArgumentException("No option of a client: " + name);
    }
    return option;
  }
}
