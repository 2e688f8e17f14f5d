// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the builder was told, as properties of OpenTelemetry's autoconfiguration; wrong values are
 * found here.
 */
final class Settings {
  private static final List<String> PROPAGATORS =
      List.of("tracecontext", "baggage", "b3", "b3multi", "jaeger");

  private final Map<String, String> properties;

  Settings(Map<String, String> properties) {
    this.properties = new HashMap<>();
    // Nothing here makes metrics or log records; OpenTelemetry would start exporters for them.
    this.properties.put("otel.metrics.exporter", "none");
    this.properties.put("otel.logs.exporter", "none");
    for (String name : properties.keySet()) {
      if (!name.startsWith("otel.")) {
        throw invalid("property", name, "names that begin with otel.");
      }
    }
    this.properties.putAll(properties);
  }

  Map<String, String> properties() {
    return Map.copyOf(properties);
  }

  void serviceName(String name) {
    if (name.isBlank()) {
      throw invalid("serviceName", name, "names that are not blank");
    }
    properties.put("otel.service.name", name);
  }

  void sampler(String type, double parameter) {
    switch (type) {
      case "const" -> {
        if (parameter != 0 && parameter != 1) {
          throw invalid("sampler const", parameter, "0 and 1");
        }
        properties.put(
            "otel.traces.sampler",
            parameter == 1 ? "parentbased_always_on" : "parentbased_always_off");
      }
      case "probabilistic" -> {
        if (!(parameter >= 0 && parameter <= 1)) {
          throw invalid("sampler probabilistic", parameter, "numbers from 0 to 1");
        }
        properties.put("otel.traces.sampler", "parentbased_traceidratio");
        properties.put("otel.traces.sampler.arg", Double.toString(parameter));
      }
      default ->
          throw invalid(
              "sampler", type, "const and probabilistic; a rate comes from a remoteSampler");
    }
  }

  void remoteSampler(String endpoint) {
    properties.put("otel.traces.sampler", "parentbased_jaeger_remote");
    properties.put("otel.traces.sampler.arg", "endpoint=" + url("remoteSampler", endpoint));
  }

  void exporters(@Nullable String otlpEndpoint, @Nullable String zipkinEndpoint) {
    if (otlpEndpoint != null) {
      String base = url("otlpEndpoint", otlpEndpoint).replaceAll("/+$", "");
      // The properties for traces alone, since those that somebody has set would count more.
      properties.put("otel.exporter.otlp.traces.endpoint", base + "/v1/traces");
      properties.put("otel.exporter.otlp.traces.protocol", "http/protobuf");
    }
    if (zipkinEndpoint != null) {
      properties.put("otel.exporter.zipkin.endpoint", url("zipkinEndpoint", zipkinEndpoint));
    }
    List<String> exporters =
        Stream.of(otlpEndpoint == null ? "" : "otlp", zipkinEndpoint == null ? "" : "zipkin")
            .filter(name -> !name.isEmpty())
            .toList();
    if (!exporters.isEmpty()) {
      properties.put("otel.traces.exporter", String.join(",", exporters));
    }
  }

  void propagators(List<String> names) {
    for (String name : names) {
      if (!PROPAGATORS.contains(name)) {
        throw invalid("propagators", name, String.join(", ", PROPAGATORS));
      }
    }
    if (names.isEmpty()) {
      throw invalid("propagators", "", String.join(", ", PROPAGATORS));
    }
    properties.put("otel.propagators", String.join(",", names));
  }

  /** A setting as OpenTelemetry will find it. */
  @Nullable String effective(String name) {
    String value = properties.get(name);
    if (value == null) {
      value = System.getProperty(name);
    }
    return value == null ? System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_')) : value;
  }

  private static String url(String option, String value) {
    try {
      URI uri = URI.create(value.trim());
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return value.trim();
      }
    } catch (IllegalArgumentException e) {
      throw invalid(option, value, "URLs that begin with http:// or https://");
    }
    throw invalid(option, value, "URLs that begin with http:// or https://");
  }

  private static IllegalArgumentException invalid(String option, Object value, String valid) {
    return new IllegalArgumentException(
        option + ": \"" + value + "\" cannot be used; valid are " + valid + '.');
  }
}
