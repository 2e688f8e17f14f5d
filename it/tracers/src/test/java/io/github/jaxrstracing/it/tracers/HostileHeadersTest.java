// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import io.github.jaxrstracing.it.testkit.OpenTelemetryTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.extension.trace.propagation.B3Propagator;
import io.opentelemetry.extension.trace.propagation.JaegerPropagator;
import org.junit.jupiter.api.Nested;

/**
 * Headers of strangers, as the tracers read them that people have, and as they pass them on. Brave
 * reads them in the contracts of each implementation.
 */
class HostileHeadersTest {
  @Nested
  class JaegerClient extends PassedOnContract {
    @Override
    public TestTracer newTracer() {
      return new JaegerTestTracer();
    }
  }

  @Nested
  class OpenTelemetry extends PassedOnContract {
    @Override
    public TestTracer newTracer() {
      return new OpenTelemetryTestTracer(
          W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());
    }
  }

  @Nested
  class OpenTelemetryWithB3 extends PassedOnContract {
    @Override
    public TestTracer newTracer() {
      return new OpenTelemetryTestTracer(
          B3Propagator.injectingMultiHeaders(), W3CBaggagePropagator.getInstance());
    }
  }

  @Nested
  class OpenTelemetryWithSingleB3 extends PassedOnContract {
    @Override
    public TestTracer newTracer() {
      return new OpenTelemetryTestTracer(B3Propagator.injectingSingleHeader());
    }
  }

  @Nested
  class OpenTelemetryWithJaeger extends PassedOnContract {
    @Override
    @SuppressWarnings("deprecation") // deprecated upstream; people have it all the same
    public TestTracer newTracer() {
      return new OpenTelemetryTestTracer(JaegerPropagator.getInstance());
    }
  }
}
