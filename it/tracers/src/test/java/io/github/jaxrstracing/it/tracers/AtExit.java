// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracer;
import io.opentracing.Tracer;

/** A program that ends without closing its tracer. */
final class AtExit {
  private AtExit() {}

  /** Makes one span; where it goes is said by the properties of OpenTelemetry. */
  public static void main(String[] arguments) {
    Tracer tracer = OpenTelemetryTracer.create();
    tracer.buildSpan("last words").start().finish();
    System.exit(0);
  }
}
