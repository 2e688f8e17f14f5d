// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.opentelemetry.ConfiguredTracer;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Closes the tracer that {@code jaxrs-tracing.tracer} asked for when a war with the library inside
 * is taken out of its server, so that its last spans are exported. To be named as a listener in the
 * {@code web.xml} of such a war.
 */
public final class WarEnd implements ServletContextListener {
  /** Called by the servlet container. */
  public WarEnd() {}

  /** Called after all servlets and filters are gone, so that no span is left open. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ConfiguredTracer.stopped(event.getServletContext().getClassLoader());
  }
}
