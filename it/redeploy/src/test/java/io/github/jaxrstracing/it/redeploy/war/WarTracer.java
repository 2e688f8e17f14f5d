// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy.war;

import io.opentracing.Tracer;
import io.opentracing.contrib.tracerresolver.TracerFactory;
import io.opentracing.mock.MockTracer;

/** A tracer whose class is in the war. */
public final class WarTracer extends MockTracer {
  static final WarTracer MADE = new WarTracer();

  /** Found by TracerResolver. */
  public static final class Factory implements TracerFactory {
    @Override
    public Tracer getTracer() {
      return "brave".equals(System.getProperty("tracer-of-war")) ? WarBrave.tracer() : MADE;
    }
  }

  /** Tells the server how many spans this war has finished, and how much was logged on them. */
  @Override
  protected void onSpanFinished(io.opentracing.mock.MockSpan span) {
    count("spans-of-war", 1);
    count("logs-of-war", span.logEntries().size());
  }

  static void count(String property, int more) {
    System.getProperties().merge(property, more, (a, b) -> (Integer) a + (Integer) b);
  }
}
