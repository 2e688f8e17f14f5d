// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.TracingEnvironment;
import io.github.jaxrstracing.it.testkit.Warnings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each key is told once in a JVM, so that no two tests have the same one. */
class UnknownKeysTest {
  private final Warnings warnings = new Warnings();

  @AfterEach
  void close() {
    warnings.close();
  }

  @ParameterizedTest
  @CsvSource({
    "jaxrs-tracing.server.trace-al, jaxrs-tracing.server.trace-all",
    "jaxrs-tracing.server.traceAll, jaxrs-tracing.server.trace-all",
    "jaxrs-tracing.sever.skip, jaxrs-tracing.server.skip",
    "jaxrs-tracing.server.peer-service, jaxrs-tracing.client.peer-service",
    "jaxrs-tracing.client.skip, jaxrs-tracing.server.skip",
    "jaxrs-tracing.peer-service, jaxrs-tracing.client.peer-service",
    "jaxrs-tracing.drop-query, jaxrs-tracing.client.drop-query or jaxrs-tracing.server.drop-query",
    "jaxrs-tracing.client.enabeld, jaxrs-tracing.client.enabled",
    "jaxrs-tracing.enable, jaxrs-tracing.enabled",
    "jaxrs-tracing.tracer.log_spans, jaxrs-tracing.tracer.log-spans",
  })
  void namesWhatWasProbablyMeant(String key, String meant) {
    UnknownKeys.inConfiguration(List.of(key));

    assertThat(warnings.take())
        .singleElement()
        .asString()
        .startsWith(
            "There is no option " + key + ": it changes nothing. Did you mean " + meant + "? ");
  }

  @Test
  void namesTheConstantsWhereNothingIsNear() {
    UnknownKeys.check(List.of("jaxrs-tracing.server.sampling.rate"));

    assertThat(warnings.take())
        .singleElement()
        .asString()
        .contains("jaxrs-tracing.server.sampling.rate:", "ServerTracingProperties");
  }

  @Test
  void tellsEachKeyOnce() {
    UnknownKeys.inConfiguration(List.of("jaxrs-tracing.server.onze"));
    UnknownKeys.check(List.of("jaxrs-tracing.server.onze"));

    assertThat(warnings.take()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jaxrs-tracing.enabled",
        "jaxrs-tracing.server.trace-all",
        "jaxrs-tracing.client.peer-service",
        "jaxrs-tracing.tracer",
        "jaxrs-tracing.tracer.log-spans",
        "mp.opentracing.server.skip-pattern",
        "jersey.config.server.wadl.disableWadl",
        "jaxrs-tracing",
      })
  void isSilentAboutAllOthers(String key) {
    UnknownKeys.check(List.of(key));

    assertThat(warnings.take()).isEmpty();
  }

  @Test
  void knowsEnvironmentVariables() {
    UnknownKeys.inEnvironment(
        List.of(
            "JAXRS_TRACING_SERVER_TRACE_ALL",
            "JAXRS_TRACING_TRACER_LOG_SPANS",
            "JAXRS_TRACING_SERVER_SKP",
            "PATH"));

    assertThat(warnings.take())
        .singleElement()
        .asString()
        .contains("JAXRS_TRACING_SERVER_SKP:", "Did you mean JAXRS_TRACING_SERVER_SKIP?");
  }

  @Test
  void tellsThatTheTracerIsNotChosenByTheConfigurationOfAnApplication() {
    UnknownKeys.inConfiguration(List.of("jaxrs-tracing.tracer"));

    assertThat(warnings.take())
        .singleElement()
        .asString()
        .contains("is not read from the configuration", "JAXRS_TRACING_TRACER");
  }

  @Test
  void findsSystemPropertiesAndThoseAround() {
    System.setProperty("jaxrs-tracing.client.tagz", "zipkin");
    try {
      OptionReader reader =
          new OptionReader(
              "jaxrs-tracing.client.",
              name -> null,
              name -> null,
              List.of(new Failing(), new Surroundings()));
      reader.warnOfUnknownKeys(List.of());
      reader.warnOfUnknownKeysAround(new Guard());
    } finally {
      System.clearProperty("jaxrs-tracing.client.tagz");
    }

    List<String> told = warnings.take();
    assertThat(told).hasSize(3);
    assertThat(told.get(0)).contains("Did you mean jaxrs-tracing.client.tags?");
    assertThat(told.get(1)).contains("TracingEnvironment.propertyNames failed");
    assertThat(told.get(2)).contains("jaxrs-tracing.server.tagz:");
  }

  private static final class Failing implements TracingEnvironment {
    @Override
    public Iterable<String> propertyNames() {
      throw new IllegalStateException("no configuration here");
    }
  }

  private static final class Surroundings implements TracingEnvironment {
    @Override
    public Iterable<String> propertyNames() {
      return List.of("app.name", "jaxrs-tracing.server.tagz");
    }
  }
}
