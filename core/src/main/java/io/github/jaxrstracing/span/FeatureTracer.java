// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.opentracing.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tracer and the guard of one feature, however often it is configured: a client configures its
 * feature anew for each target that has a configuration of its own.
 */
public final class FeatureTracer {
  private final @Nullable Supplier<? extends @Nullable Tracer> given;
  private final Guard guard = new Guard();
  private @Nullable TracerSource source;

  /**
   * Creates the tracer of a feature.
   *
   * @param given what the feature was given, or {@code null} to have the tracer looked up
   */
  public FeatureTracer(@Nullable Supplier<? extends @Nullable Tracer> given) {
    this.given = given;
  }

  /**
   * What takes the exceptions of the feature.
   *
   * @return always the same one
   */
  public Guard guard() {
    return guard;
  }

  /**
   * Where the tracer comes from. The first call decides which application it is looked up in: the
   * one whose class loader is this thread's context class loader.
   *
   * @return always the same one
   */
  public synchronized TracerSource source() {
    if (source == null) {
      source = given == null ? TracerSource.discovered(guard) : TracerSource.of(given, guard);
    }
    return source;
  }
}
