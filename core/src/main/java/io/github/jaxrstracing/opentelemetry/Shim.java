// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentracing.Tracer;

/** The only user of OpenTelemetry's OpenTracing shim. */
final class Shim {
  private Shim() {}

  @SuppressWarnings("deprecation") // deprecated as OpenTracing is; there is no other bridge
  static Tracer tracer(OpenTelemetry openTelemetry, Runnable onClose) {
    TextMapPropagator propagator =
        new BaggageKeepingPropagator(openTelemetry.getPropagators().getTextMapPropagator());
    return OpenTracingShim.createTracerShim(
        new RepairingTracerProvider(openTelemetry.getTracerProvider(), onClose),
        propagator,
        propagator);
  }
}
