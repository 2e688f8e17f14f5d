// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.shop;

import io.opentracing.mock.MockTracer;
import java.util.Set;

/** What every host serves, and the tracer that every host is given. */
public final class Shop {
  /** Keeps its spans, so that {@link Spans} can list them. */
  public static final MockTracer TRACER = new MockTracer();

  private Shop() {}

  /** The classes to register. */
  public static Set<Class<?>> classes() {
    return Set.of(
        Customers.class, Health.class, OutOfStock.Mapper.class, Orders.class, Spans.class);
  }
}
