// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.opentelemetry.ConfiguredTracer;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes the tracer that {@code jaxrs-tracing.tracer} asked for when a war with the library inside
 * is taken out of its server. It is public only for servlet containers, which find it by service
 * loading.
 */
public final class WarEnd implements ServletContainerInitializer, ServletContextListener {
  /** Called by the servlet container. */
  public WarEnd() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
    context.addListener(this);
  }

  /** Called after all servlets and filters are gone, so that no span is left open. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ConfiguredTracer.stopped(event.getServletContext().getClassLoader());
  }
}
