// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentracing.Tracer;
import io.opentracing.noop.NoopTracerFactory;

/** The tracers that are measured with. */
enum TracerKind {
  NOOP,
  COUNTING,
  SHIM_SAMPLED,
  SHIM_OFF;

  Tracer create(int baggageItems) {
    return switch (this) {
      case NOOP -> NoopTracerFactory.create();
      case COUNTING -> new CountingTracer(baggageItems);
      case SHIM_SAMPLED -> shim(Sampler.alwaysOn());
      case SHIM_OFF -> shim(Sampler.alwaysOff());
    };
  }

  // What an exporter does with a span is none of the instrumentation's cost. But without any
  // processor the SDK makes no spans.
  @SuppressWarnings("deprecation") // like the OpenTracing API itself
  private static Tracer shim(Sampler sampler) {
    return OpenTracingShim.createTracerShim(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(new Forgetting())
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build());
  }

  private static final class Forgetting implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
