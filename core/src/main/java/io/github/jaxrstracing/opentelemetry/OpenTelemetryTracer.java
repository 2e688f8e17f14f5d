// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentracing.Tracer;

/**
 * Makes OpenTracing tracers that report by OpenTelemetry.
 *
 * <pre>{@code
 * try (Tracer tracer = OpenTelemetryTracer.create()) {
 *   tracer.buildSpan("import").start().finish();
 * }
 * }</pre>
 *
 * <p>The tag {@code span.kind} of a span's builder becomes its kind, and the baggage of a remote
 * parent is there when the span starts. The OpenTracing shim of OpenTelemetry does neither.
 */
public final class OpenTelemetryTracer {
  private OpenTelemetryTracer() {}

  /**
   * Makes a tracer from the {@code OTEL_*} environment variables and the system properties of the
   * same meaning.
   *
   * @return the tracer; {@code close()} exports its last spans, as the end of the JVM does
   * @throws IllegalArgumentException when OpenTelemetry refuses a value
   * @throws IllegalStateException when a library is missing; the message names what to add
   */
  public static Tracer create() {
    return builder().build();
  }

  /**
   * Makes a tracer from settings in code. What is not set is read as {@link #create} reads it.
   *
   * @return a builder
   */
  public static OpenTelemetryTracerBuilder builder() {
    return new OpenTelemetryTracerBuilder();
  }

  /**
   * Makes a tracer that uses an OpenTelemetry of the application, such as that of its Java agent.
   *
   * <pre>{@code
   * Tracer tracer = OpenTelemetryTracer.of(GlobalOpenTelemetry.get());
   * }</pre>
   *
   * @param openTelemetry gives the tracer provider and the propagators; it is left open when the
   *     tracer is closed
   * @return the tracer
   */
  public static Tracer of(OpenTelemetry openTelemetry) {
    return Shim.tracer(openTelemetry, () -> {});
  }
}
