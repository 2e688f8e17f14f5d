// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.github.jaxrstracing.ClassPath;
import io.opentracing.Tracer;
import java.io.Closeable;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Applications that a server takes out. */
class ClassLoaderLeakTest {
  @AfterEach
  void clearTheProperty() {
    System.clearProperty("otel.traces.exporter");
  }

  @Test
  void aClosedTracerKeepsNothingOfItsApplicationAlive() throws Exception {
    System.setProperty("otel.traces.exporter", "none");

    awaitDeath(makeAndCloseATracerOfItsOwn());
  }

  // One copy of the library may serve several applications; the first one to ask makes the tracer.
  @Test
  void anOpenTracerDoesNotKeepTheApplicationThatAskedFirst() throws Exception {
    AtomicReference<Tracer> tracer = new AtomicReference<>();
    try {
      awaitDeath(make(tracer));
    } finally {
      tracer.get().close();
    }
  }

  private static WeakReference<ClassLoader> makeAndCloseATracerOfItsOwn() throws Exception {
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

  private static WeakReference<ClassLoader> make(AtomicReference<Tracer> tracer) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0], own)) {
      thread.setContextClassLoader(application);
      tracer.set(
          OpenTelemetryTracer.builder()
              .otlpEndpoint("http://127.0.0.1:1")
              .remoteSampler("http://127.0.0.1:1")
              .build());
      return new WeakReference<>(application);
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  private static void awaitDeath(WeakReference<ClassLoader> application) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              System.gc();
              return application.get() == null;
            });
  }
}
