// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.comparison;

import com.sun.management.ThreadMXBean;
import io.github.jaxrstracing.it.benchmarks.CountingTracer;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Prints what one request or call of a {@link Subject} allocates. */
final class Measurement {
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BATCHES = 10;
  private static final int BATCH = 1_000;

  private Measurement() {}

  public static void main(String[] args) throws Exception {
    JERSEY.setLevel(Level.SEVERE);
    Subject subject = Subject.valueOf(args[0]);
    int warmUp = Integer.parseInt(args[1]);
    CountingTracer tracer = new CountingTracer(0);
    CountingHandler brave = new CountingHandler();
    Callable<Object> exchange =
        subject.isClient() ? new Caller(subject, tracer) : new Server(subject, tracer, brave);

    run(exchange, warmUp);
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      fewest = Math.min(fewest, batch(exchange));
    }

    // What makes no spans is cheap.
    long expected = (long) subject.spans * (warmUp + BATCHES * BATCH);
    long started = tracer.started() + brave.started();
    long finished = tracer.finished() + brave.finished();
    if (started != expected || finished != expected) {
      throw new IllegalStateException(
          started + " spans started and " + finished + " finished, not " + expected);
    }
    System.out.println(fewest);
  }

  // A batch may meet what happens once in a while, such as a table that grows; not all of them do.
  private static long batch(Callable<Object> exchange) throws Exception {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    run(exchange, BATCH);
    return (THREADS.getThreadAllocatedBytes(thread) - before) / BATCH;
  }

  private static void run(Callable<Object> exchange, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      exchange.call();
    }
  }
}
