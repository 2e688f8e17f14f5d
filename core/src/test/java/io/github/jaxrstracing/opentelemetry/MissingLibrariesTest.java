// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.ClassPath;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.TracerSource;
import io.opentracing.Tracer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application that has core, but nothing of OpenTelemetry. */
class MissingLibrariesTest {
  private static final String SHIM_SDK_AND_EXPORTER =
      "The OpenTelemetry tracer needs these Maven dependencies, which are missing:"
          + " io.opentelemetry:opentelemetry-opentracing-shim:1.63.0,"
          + " io.opentelemetry:opentelemetry-sdk-extension-autoconfigure:1.67.0,"
          + " io.opentelemetry:opentelemetry-exporter-otlp:1.67.0";

  @AfterEach
  void clearTheOption() {
    System.clearProperty("jaxrs-tracing.tracer");
  }

  @Test
  void areNamedInOneMessageAndOtherwiseNothingHappens() throws Exception {
    System.setProperty("jaxrs-tracing.tracer", "opentelemetry");

    try (URLClassLoader loader = ClassPath.without("opentelemetry-");
        CapturedLog log = new CapturedLog("io.github.jaxrstracing")) {
      assertThat(discoveredTracer(loader)).isNull();
      assertThat(discoveredTracer(loader)).isNull();
      assertThat(resolvedTracer(loader)).isNull();

      assertThat(log.messages())
          .containsExactly(
              "jaxrs-tracing.tracer=opentelemetry: nothing is traced. " + SHIM_SDK_AND_EXPORTER);
    }
  }

  @Test
  void areNotMissedWithoutTheOption() throws Exception {
    try (URLClassLoader loader = ClassPath.without("opentelemetry-");
        CapturedLog log = new CapturedLog("io.github.jaxrstracing")) {
      assertThat(resolvedTracer(loader)).isNull();

      assertThat(log.messages()).isEmpty();
    }
  }

  @Test
  void areNamedToWhoMakesTheTracerInCode() throws Exception {
    try (URLClassLoader loader = ClassPath.without("opentelemetry-")) {
      // As compiled code calls it: reflection would look at the other methods too.
      MethodHandle create =
          MethodHandles.publicLookup()
              .findStatic(
                  loader.loadClass(OpenTelemetryTracer.class.getName()),
                  "create",
                  MethodType.methodType(loader.loadClass(Tracer.class.getName())));

      assertThatThrownBy(() -> create.invoke())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(SHIM_SDK_AND_EXPORTER);
    }
  }

  private static Object discoveredTracer(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> guard = loader.loadClass(Guard.class.getName());
    Class<?> source = loader.loadClass(TracerSource.class.getName());
    Object discovered =
        source
            .getMethod("discovered", guard)
            .invoke(null, guard.getDeclaredConstructor().newInstance());
    Object found = source.getMethod("get").invoke(discovered);
    return found == null ? null : found.getClass().getMethod("unguarded").invoke(found);
  }

  private static Object resolvedTracer(ClassLoader loader) throws ReflectiveOperationException {
    return loader
        .loadClass("io.opentracing.contrib.tracerresolver.TracerResolver")
        .getMethod("resolveTracer", ClassLoader.class)
        .invoke(null, loader);
  }
}
