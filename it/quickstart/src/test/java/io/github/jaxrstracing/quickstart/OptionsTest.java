// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void sendsNothingAnywhereByDefault() {
    Options options = options(Map.of("zipkin", "", "otlp", ""));

    assertThat(options.startZipkin()).isFalse();
    assertThat(options.backend().isThere()).isFalse();
    assertThat(options(Map.of())).isEqualTo(options);
  }

  @Test
  void startsZipkinWithoutAUrl() {
    Options options = options(Map.of("zipkin", "true"));

    assertThat(options.startZipkin()).isTrue();
    assertThat(options.backend().isThere()).isFalse();
  }

  @Test
  void sendsToWhatRuns() {
    Options options = options(Map.of("zipkin", "http://z:9411", "otlp", "https://o:4318"));

    assertThat(options.startZipkin()).isFalse();
    assertThat(options.backend())
        .isEqualTo(new Backend(URI.create("https://o:4318"), URI.create("http://z:9411")));
  }

  @Test
  void linksATraceToEachBackend() {
    Options options = options(Map.of("zipkin", "http://z:9411/zipkin/", "otlp", "http://o:4318"));

    assertThat(options.backend().links("17"))
        .containsExactly("http://z:9411/zipkin/traces/17", "http://o:16686/trace/17");
  }

  @Test
  void helpsWhereNothingIsNamed() {
    assertThat(options(Map.of("show", "true")).show()).isEqualTo("help");
    assertThat(options(Map.of("show", "tags")).show()).isEqualTo("tags");
  }

  @Test
  void refusesToShowTopicsElsewhere() {
    assertThatThrownBy(() -> options(Map.of("show", "tags", "zipkin", "true")))
        .isInstanceOf(WrongOption.class)
        .hasMessage("-Dshow prints on the screen alone: leave out -Dzipkin and -Dotlp");
  }

  @Test
  void refusesWhatIsNoUrl() {
    assertThatThrownBy(() -> options(Map.of("otlp", "true")))
        .isInstanceOf(WrongOption.class)
        .hasMessage("-Dotlp: \"true\" is not a URL such as http://localhost:4318");
    assertThatThrownBy(() -> options(Map.of("zipkin", "local host")))
        .isInstanceOf(WrongOption.class)
        .hasMessage("-Dzipkin: \"local host\" is not a URL such as http://localhost:9411");
  }

  private static Options options(Map<String, String> properties) {
    return Options.of(properties::get);
  }
}
