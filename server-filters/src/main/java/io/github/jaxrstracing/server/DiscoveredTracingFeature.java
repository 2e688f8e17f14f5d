// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.OptionReader;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Registers a {@link TracingFeature} without code, where {@code jaxrs-tracing.server.enabled} is
 * true. Jakarta REST finds it by service loading; it yields to a feature that is registered.
 */
@ConstrainedTo(RuntimeType.SERVER)
public final class DiscoveredTracingFeature implements Feature {
  /** Creates the feature; called by the service loader. */
  public DiscoveredTracingFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    OptionReader options = TracingFeature.builder().options(context.getConfiguration());
    if (context.getConfiguration().isRegistered(TracingFeature.class)
        || !options.flag("enabled", null, false)) {
      return false;
    }
    context.register(new TracingFeature());
    return true;
  }
}
