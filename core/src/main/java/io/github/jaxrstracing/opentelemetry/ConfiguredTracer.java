// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.OptionReader;
import io.opentracing.Tracer;
import io.opentracing.noop.NoopTracerFactory;
import java.io.Closeable;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tracer that the option {@code jaxrs-tracing.tracer} asks for. It is made on first use, once
 * for each copy of this library, as its settings are those of the whole JVM. Not for applications.
 */
public final class ConfiguredTracer {
  private static final Guard GUARD = new Guard();

  // Read and written under the lock of this class.
  private static @Nullable Tracer made;

  private ConfiguredTracer() {}

  /**
   * Reads the option.
   *
   * @return gives the tracer, a no-op one where it cannot be made, or {@code null} when the option
   *     does not ask for one
   * @throws IllegalArgumentException when the option has an unknown value
   */
  public static @Nullable Supplier<Tracer> chosen() {
    OptionReader options = new OptionReader("jaxrs-tracing.", property -> null, GUARD);
    String name = options.text("tracer", null);
    if (name == null) {
      return null;
    }
    options.choice("tracer", name, Map.of("opentelemetry", true));
    boolean logSpans = options.flag("tracer.log-spans", null, false);
    return () -> get(logSpans);
  }

  private static synchronized Tracer get(boolean logSpans) {
    if (made == null) {
      made = NoopTracerFactory.create(); // for traced calls while the tracer is being made
      made = make(logSpans);
    }
    return made;
  }

  private static Tracer make(boolean logSpans) {
    String missing = Library.missing(new Settings(Map.of())::effective);
    if (missing != null) {
      GUARD.warn("jaxrs-tracing.tracer=opentelemetry: nothing is traced. " + missing);
      return NoopTracerFactory.create();
    }
    try {
      return Linked.tracer(logSpans);
    } catch (Throwable t) {
      GUARD.caught("Making the tracer of jaxrs-tracing.tracer=opentelemetry", t);
      return NoopTracerFactory.create();
    }
  }

  /**
   * Exports the last spans and ends the threads of the tracer, for an application that has this
   * copy of the library inside and is stopped. No other tracer is made after it.
   *
   * @param application the class loader of the application
   */
  public static void stopped(@Nullable ClassLoader application) {
    if (application != ConfiguredTracer.class.getClassLoader()) {
      return; // others may use this copy
    }
    Closeable last;
    synchronized (ConfiguredTracer.class) {
      last = made;
      made = NoopTracerFactory.create();
    }
    try {
      if (last != null) {
        last.close();
      }
    } catch (Throwable t) {
      GUARD.caught("Closing the tracer of jaxrs-tracing.tracer=opentelemetry", t);
    }
  }

  /** A class of its own, since it must not be linked where the libraries are missing. */
  private static final class Linked {
    static Tracer tracer(boolean logSpans) {
      OpenTelemetryTracerBuilder builder = OpenTelemetryTracer.builder();
      return (logSpans ? builder.logSpans() : builder).build();
    }
  }

  /** For tests: the next look-up makes a tracer of its own. */
  static synchronized void forget() {
    made = null;
  }
}
