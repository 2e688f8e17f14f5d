// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentracing.Tracer;
import io.opentracing.contrib.tracerresolver.TracerFactory;
import io.opentracing.noop.NoopTracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Offers the tracer to everything that asks the {@code TracerResolver} of opentracing-contrib, but
 * only where {@code jaxrs-tracing.tracer=opentelemetry} says so.
 */
public final class OpenTelemetryTracerFactory implements TracerFactory {
  /** Creates the factory; the service loader calls this. */
  public OpenTelemetryTracerFactory() {}

  @Override
  @SuppressWarnings("NullAway") // null is how a factory passes; its interface is not annotated
  public @Nullable Tracer getTracer() {
    Supplier<Tracer> chosen = ConfiguredTracer.chosen();
    Tracer tracer = chosen == null ? null : chosen.get();
    return tracer instanceof NoopTracer ? null : tracer;
  }
}
