// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy.war;

import io.github.jaxrstracing.client.ClientTracingFeature;
import java.util.Map;

/** An application that traces all clients of the JVM, and never takes that back. */
public class InstallingShop extends Shop {
  public InstallingShop() {
    ClientTracingFeature.installForAllClients(WarTracer.MADE);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of();
  }
}
