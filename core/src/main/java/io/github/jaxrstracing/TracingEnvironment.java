// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.Tracer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings of an application offer to a feature that was given nothing, such as the
 * beans of a CDI container. Implementations are found by service loading, once for each feature, on
 * the thread that configures it, in its context class loader and beside this library; they must be
 * thread-safe.
 */
public interface TracingEnvironment {
  /**
   * The tracer of the application. It is asked for on first use.
   *
   * @return the tracer, or {@code null} when there is none here
   */
  default @Nullable Tracer tracer() {
    return null;
  }

  /**
   * The value of an option.
   *
   * @param name its full name, such as {@code jaxrs-tracing.server.skip}
   * @return its value, or {@code null} when it is not configured here
   */
  default @Nullable String property(String name) {
    return null;
  }

  /**
   * The names of all that is configured here, so that misspelt options are told in the log.
   *
   * @return the names, also others than those of options
   */
  default Iterable<String> propertyNames() {
    return List.of();
  }
}
