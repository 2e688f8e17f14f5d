// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import io.opentracing.mock.MockTracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tracers of the wars by context path. It is outside of them, where the tests can see it. */
public final class Tracers {
  private static final Map<String, MockTracer> TRACERS = new ConcurrentHashMap<>();

  private Tracers() {}

  /**
   * The tracer of a war, which is made when it is first asked for.
   *
   * @param contextPath the path of the war with its leading slash
   * @return its tracer
   */
  public static MockTracer of(String contextPath) {
    return TRACERS.computeIfAbsent(contextPath, path -> new MockTracer());
  }

  /**
   * Makes a tracer that takes the place of the one before.
   *
   * @param contextPath the path of the war with its leading slash
   * @return its tracer
   */
  public static MockTracer make(String contextPath) {
    MockTracer made = new MockTracer();
    TRACERS.put(contextPath, made);
    return made;
  }
}
