// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import io.github.jaxrstracing.server.DiscoveredTracingFeature;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.buslifecycle.BusCreationListener;

/**
 * Registers the feature that registers itself with every server of a bus, as CXF reads no service
 * files for features. CXF finds it by {@code META-INF/cxf/bus-extensions.txt}.
 *
 * @hidden
 */
public final class CxfDiscovery implements BusCreationListener {
  /** The property of a feature whose filters come after those of a feature that is registered. */
  static final String YIELDS = "io.github.jaxrstracing.server.cxf.yields";

  private static final String PROVIDERS = "org.apache.cxf.jaxrs.bus.providers";

  /** Called by CXF. */
  public CxfDiscovery() {}

  @Override
  public void busCreated(Bus bus) {
    List<Object> providers = new ArrayList<>();
    if (bus.getProperty(PROVIDERS) instanceof List<?> others) {
      providers.addAll(others);
    }
    providers.add(new Yielding());
    bus.setProperty(PROVIDERS, providers);
  }

  private static final class Yielding implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      context.property(YIELDS, true);
      return new DiscoveredTracingFeature().configure(context);
    }
  }
}
