// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.github.jaxrstracing.ClassPath;
import java.io.Closeable;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application that a server takes out after it has closed its tracer. */
class ClosedTracerTest {
  @AfterEach
  void clearTheProperty() {
    System.clearProperty("otel.traces.exporter");
  }

  @Test
  void keepsNothingOfItsApplicationAlive() throws Exception {
    System.setProperty("otel.traces.exporter", "none");
    WeakReference<ClassLoader> application = runAndClose();

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              System.gc();
              return application.get() == null;
            });
  }

  private static WeakReference<ClassLoader> runAndClose() throws Exception {
    try (URLClassLoader application = ClassPath.without()) {
      Object tracer =
          application
              .loadClass(OpenTelemetryTracer.class.getName())
              .getMethod("create")
              .invoke(null);
      ((Closeable) tracer).close();
      return new WeakReference<>(application);
    }
  }
}
