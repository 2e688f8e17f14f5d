// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryTest {
  /** The versions are in the sources, where a user can copy them, and in the root POM. */
  @Test
  void namesTheVersionsOfTheBuild() {
    List<String> classPath =
        Arrays.asList(System.getProperty("java.class.path").split(java.io.File.pathSeparator));

    assertThat(Library.values())
        .allSatisfy(
            library -> {
              String[] parts = library.coordinates().split(":");
              assertThat(classPath)
                  .anySatisfy(
                      path -> assertThat(path).endsWith(parts[1] + '-' + parts[2] + ".jar"));
            });
  }

  @Test
  void missesNothingHere() {
    assertThat(Library.missing(name -> "b3,zipkin,otlp,jaeger_remote")).isNull();
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of(Map.of(), List.of("SHIM", "SDK", "OTLP")),
        Arguments.of(Map.of("otel.traces.exporter", "none"), List.of("SHIM", "SDK")),
        Arguments.of(Map.of("otel.traces.exporter", "zipkin"), List.of("SHIM", "SDK", "ZIPKIN")),
        Arguments.of(
            Map.of("otel.propagators", "tracecontext, b3", "otel.traces.exporter", " "),
            List.of("SHIM", "SDK", "OTLP", "PROPAGATORS")),
        Arguments.of(
            Map.of("otel.traces.sampler", "parentbased_jaeger_remote"),
            List.of("SHIM", "SDK", "OTLP", "REMOTE_SAMPLER")));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void needsOnlyWhatTheSettingsUse(Map<String, String> settings, List<String> needed) {
    assertThat(Library.needed(settings::get))
        .extracting(Enum::name)
        .containsExactlyElementsOf(needed);
  }
}
