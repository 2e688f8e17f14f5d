// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.helidon;

import io.github.jaxrstracing.hosts.shop.Shop;
import io.opentracing.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** All that the application says about tracing; the CDI extension does the rest. */
@ApplicationScoped
public class TracerBean {
  @Produces
  @ApplicationScoped
  Tracer tracer() {
    return Shop.TRACER;
  }
}
