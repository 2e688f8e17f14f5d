// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.core.Configuration;

/**
 * Makes the feature of an application that registers none. Where there is an implementation,
 * tracing is on unless {@link ServerTracingProperties#ENABLED} says otherwise. Implementations are
 * found by service loading; the first one is asked.
 */
@FunctionalInterface
public interface DiscoveredTracing {
  /**
   * Makes the feature.
   *
   * @param configuration the configuration of the application
   * @return the feature, which is registered as if the application had done so
   * @throws IllegalArgumentException when an option cannot be used
   */
  TracingFeature feature(Configuration configuration);

  /**
   * Learns that an application is not traced, as its configuration says.
   *
   * @param configuration the configuration of the application
   */
  default void switchedOff(Configuration configuration) {}
}
