// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import com.sun.management.ThreadMXBean;
import io.opentracing.Scope;
import io.opentracing.Tracer;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Prints what each row of {@link AllocationTest} allocates over the same request untraced. */
final class Allocations {
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 3_000;
  private static final int BATCHES = 20;
  private static final int BATCH = 200;

  private Allocations() {}

  public static void main(String[] args) throws Exception {
    JERSEY.setLevel(Level.SEVERE);
    for (AllocationTest.Row row : AllocationTest.Row.values()) {
      System.out.println(row + "=" + (bytes(row.about) - bytes(row.about.untraced())));
    }
  }

  private static long bytes(Case about) throws Exception {
    Tracer tracer = about.tracer().create(0);
    Exchange exchange = about.start(tracer);
    Scope caller = tracer.activateSpan(tracer.buildSpan("caller").start());
    try {
      for (int i = 0; i < WARM_UP; i++) {
        exchange.run();
      }
      long fewest = Long.MAX_VALUE;
      for (int i = 0; i < BATCHES; i++) {
        fewest = Math.min(fewest, batch(exchange));
      }
      return fewest;
    } finally {
      caller.close();
    }
  }

  // A batch may meet what happens once in a while, such as a table that grows; not all of them do.
  private static long batch(Exchange exchange) throws Exception {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    for (int i = 0; i < BATCH; i++) {
      exchange.run();
    }
    return (THREADS.getThreadAllocatedBytes(thread) - before) / BATCH;
  }
}
