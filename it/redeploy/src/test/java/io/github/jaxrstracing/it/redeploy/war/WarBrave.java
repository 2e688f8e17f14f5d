// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy.war;

import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.opentracing.BraveTracer;
import brave.propagation.TraceContext;
import io.opentracing.Tracer;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Brave, which keeps the first tracer of a JVM until that is closed. */
public final class WarBrave extends SpanHandler implements ServletContextListener {
  private static final Tracing TRACING =
      Tracing.newBuilder().addSpanHandler(new WarBrave()).build();

  static Tracer tracer() {
    return BraveTracer.create(TRACING);
  }

  /** Tells the server how many spans this war has finished. */
  @Override
  public boolean end(TraceContext context, MutableSpan span, Cause cause) {
    WarTracer.count("spans-of-war", 1);
    return true;
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    TRACING.close();
  }
}
