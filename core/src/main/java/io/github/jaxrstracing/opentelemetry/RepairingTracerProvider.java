// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.Closeable;

/**
 * Gives the shim span builders that repair what it loses, and hears from the shim that its tracer
 * is closed.
 */
final class RepairingTracerProvider implements TracerProvider, Closeable {
  private final TracerProvider provider;
  private final Runnable onClose;

  RepairingTracerProvider(TracerProvider provider, Runnable onClose) {
    this.provider = provider;
    this.onClose = onClose;
  }

  @Override
  public Tracer get(String scope) {
    return repairing(provider.get(scope));
  }

  @Override
  public Tracer get(String scope, String version) {
    return repairing(provider.get(scope, version));
  }

  @Override
  public TracerBuilder tracerBuilder(String scope) {
    return provider.tracerBuilder(scope);
  }

  private static Tracer repairing(Tracer tracer) {
    return name -> new RepairingSpanBuilder(tracer.spanBuilder(name));
  }

  @Override
  public void close() {
    onClose.run();
  }
}
