// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Span;
import io.opentracing.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is registered on both servers and on the client between them; nulls for an untraced pair.
 *
 * @param server makes a feature for each server
 * @param client the feature of the client
 * @param active gives the span that is active, for an application that passes it on itself
 */
record Tracing(
    @Nullable Supplier<TracingFeature> server,
    @Nullable ClientTracingFeature client,
    Supplier<@Nullable Span> active) {
  static final Tracing NONE = new Tracing(null, null, () -> null);

  /** As a service has it that traces everything. */
  static Tracing by(Tracer tracer) {
    return new Tracing(
        () -> TracingFeature.builder().tracer(tracer).traceAll().build(),
        new ClientTracingFeature(tracer),
        tracer::activeSpan);
  }
}
