// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jaxrstracing.TracingEnvironment;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.TracerSource;
import io.opentracing.Tracer;
import io.opentracing.contrib.tracerresolver.TracerResolver;
import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredTracerTest {
  private static final String OPTION = "jaxrs-tracing.tracer";

  @BeforeEach
  void exportNothing() {
    System.setProperty("otel.traces.exporter", "none");
  }

  @AfterEach
  void forgetEverything() {
    if (System.getProperty(OPTION, "").equals("opentelemetry")) {
      GuardedTracer tracer = TracerSource.discovered(new Guard()).get();
      if (tracer != null) {
        tracer.unguarded().close();
      }
    }
    ConfiguredTracer.forget();
    GlobalTracerTestUtil.resetGlobalTracer();
    System.clearProperty(OPTION);
    System.clearProperty("otel.traces.exporter");
    System.clearProperty("otel.traces.sampler");
  }

  @Test
  void isFoundByFeaturesWhenTheOptionSaysSo() {
    System.setProperty(OPTION, "opentelemetry");

    Tracer tracer = TracerSource.discovered(new Guard()).get().unguarded();

    assertThat(tracer).isNotNull();
    assertThat(tracer.getClass().getName()).startsWith("io.opentelemetry.opentracingshim.");
  }

  @Test
  void isChosenByTheConfigurationOfTheEnvironment(@TempDir Path application) throws Exception {
    Path services = Files.createDirectories(application.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(TracingEnvironment.class.getName()), ChoosingEnvironment.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {application.toUri().toURL()}, own)) {
      thread.setContextClassLoader(loader);

      assertThat(TracerSource.discovered(new Guard()).get()).isNotNull();
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  /** As MicroProfile Config is read by the CDI extension. */
  public static final class ChoosingEnvironment implements TracingEnvironment {
    /** The service loader calls this. */
    public ChoosingEnvironment() {}

    @Override
    public String property(String name) {
      return name.equals(OPTION) ? "opentelemetry" : null;
    }
  }

  @Test
  void logsSpansWhenTheOptionSaysSo() {
    System.setProperty(OPTION, "opentelemetry");
    System.setProperty(OPTION + ".log-spans", "true");
    try (CapturedLog log = new CapturedLog("io.github.jaxrstracing.spans")) {
      TracerSource.discovered(new Guard()).get().unguarded().buildSpan("a").start().finish();

      assertThat(log.messages()).singleElement().asString().startsWith("INTERNAL \"a\" trace=");
    } finally {
      System.clearProperty(OPTION + ".log-spans");
    }
  }

  @Test
  void isOneForAllWhoAsk() {
    System.setProperty(OPTION, "OpenTelemetry");

    Tracer ofServer = TracerSource.discovered(new Guard()).get().unguarded();
    Tracer ofClient = TracerSource.discovered(new Guard()).get().unguarded();
    Tracer ofResolver = TracerResolver.resolveTracer();

    assertThat(ofServer).isNotNull().isSameAs(ofClient).isSameAs(ofResolver);
  }

  @Test
  void countsMoreThanTheGlobalTracer() {
    System.setProperty(OPTION, "opentelemetry");
    GlobalTracer.registerIfAbsent(new MockTracer());

    assertThat(TracerSource.discovered(new Guard()).get().unguarded())
        .isNotNull()
        .isNotInstanceOf(GlobalTracer.class);
  }

  @Test
  void isNotThereWithoutTheOption() {
    System.setProperty("otel.service.name", "shop");
    try {
      assertThat(TracerResolver.resolveTracer()).isNull();
      assertThat(TracerSource.discovered(new Guard()).get()).isNull();
    } finally {
      System.clearProperty("otel.service.name");
    }
  }

  @Test
  void refusesAnUnknownTracerWhenTheFeatureIsRegistered() {
    System.setProperty(OPTION, "zipkin");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TracerSource.discovered(new Guard()))
        .withMessage("jaxrs-tracing.tracer: \"zipkin\" cannot be used; valid are opentelemetry.");
  }

  @Test
  void leavesTheApplicationUntracedWhenOpenTelemetryRefusesItsSettings() {
    System.setProperty(OPTION, "opentelemetry");
    System.setProperty("otel.traces.sampler", "cat");

    assertThat(TracerSource.discovered(new Guard()).get()).isNull();
    assertThat(TracerResolver.resolveTracer()).isNull();
  }
}
