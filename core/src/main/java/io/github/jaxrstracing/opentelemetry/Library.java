// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The libraries behind a tracer, which the application adds when it wants one. */
enum Library {
  SHIM("opentelemetry-opentracing-shim:1.63.0", "opentracingshim.OpenTracingShim"),
  SDK(
      "opentelemetry-sdk-extension-autoconfigure:1.67.0",
      "sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk"),
  OTLP("opentelemetry-exporter-otlp:1.67.0", "exporter.otlp.trace.OtlpGrpcSpanExporter"),
  ZIPKIN("opentelemetry-exporter-zipkin:1.63.0", "exporter.zipkin.ZipkinSpanExporter"),
  PROPAGATORS(
      "opentelemetry-extension-trace-propagators:1.67.0",
      "extension.trace.propagation.B3Propagator"),
  REMOTE_SAMPLER(
      "opentelemetry-sdk-extension-jaeger-remote-sampler:1.65.0",
      "sdk.extension.trace.jaeger.sampler.JaegerRemoteSampler");

  private static final Set<String> IN_THE_EXTENSION = Set.of("b3", "b3multi", "jaeger", "ottrace");

  private final String artifact;
  private final String className;

  Library(String artifact, String className) {
    this.artifact = artifact;
    this.className = "io.opentelemetry." + className;
  }

  /** The Maven coordinates of the release that this library was built with. */
  String coordinates() {
    return "io.opentelemetry:" + artifact;
  }

  /**
   * Says which libraries are missing.
   *
   * @param settings gives a setting of OpenTelemetry by its name, or {@code null}
   * @return the sentence for the user, or {@code null} when all are there
   */
  static @Nullable String missing(UnaryOperator<@Nullable String> settings) {
    String coordinates =
        needed(settings).stream()
            .filter(library -> !library.isPresent())
            .map(Library::coordinates)
            .collect(Collectors.joining(", "));
    return coordinates.isEmpty()
        ? null
        : "The OpenTelemetry tracer needs these Maven dependencies, which are missing: "
            + coordinates;
  }

  static Set<Library> needed(UnaryOperator<@Nullable String> settings) {
    Set<Library> needed = EnumSet.of(SHIM, SDK);
    List<String> exporters = names(settings.apply("otel.traces.exporter"), "otlp");
    if (exporters.contains("otlp")) {
      needed.add(OTLP);
    }
    if (exporters.contains("zipkin")) {
      needed.add(ZIPKIN);
    }
    if (names(settings.apply("otel.propagators"), "").stream()
        .anyMatch(IN_THE_EXTENSION::contains)) {
      needed.add(PROPAGATORS);
    }
    if (names(settings.apply("otel.traces.sampler"), "").stream()
        .anyMatch(sampler -> sampler.endsWith("jaeger_remote"))) {
      needed.add(REMOTE_SAMPLER);
    }
    return needed;
  }

  private static List<String> names(@Nullable String given, String byDefault) {
    String names = given == null || given.isBlank() ? byDefault : given;
    return Arrays.stream(names.split(",", -1)).map(String::trim).toList();
  }

  private boolean isPresent() {
    try {
      Class.forName(className, false, Library.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
