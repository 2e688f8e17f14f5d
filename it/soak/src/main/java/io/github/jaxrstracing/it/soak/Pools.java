// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of the application, and those that a container is given where they are virtual. */
final class Pools implements AutoCloseable {
  private static final int WORKERS = 24;
  private static final int RACERS = 48;

  /** After so long a thread that two answers of one request hold for ever is interrupted. */
  private static final int HELD_MILLIS = 1_500;

  private final boolean isVirtual;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor racers = new ScheduledThreadPoolExecutor(RACERS);
  private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1);

  Pools(boolean isVirtual) {
    this.isVirtual = isVirtual;
    this.workers = isVirtual ? virtualThreads() : Executors.newFixedThreadPool(WORKERS);
    // Timers that nobody needs any more would look like a leak.
    racers.setRemoveOnCancelPolicy(true);
    watch.setRemoveOnCancelPolicy(true);
    racers.prestartAllCoreThreads();
  }

  boolean isVirtual() {
    return isVirtual;
  }

  /** The pool of the application. */
  ExecutorService workers() {
    return workers;
  }

  /** A new thread for each task. The method came with Java 21. */
  static ExecutorService virtualThreads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Virtual threads need Java 21 or later.", e);
    }
  }

  /** Runs one of two who answer the same request. */
  void race(long micros, Runnable racer) {
    Future<?> unused = racers.schedule(() -> watched(racer), micros, TimeUnit.MICROSECONDS);
  }

  private void watched(Runnable racer) {
    Thread thread = Thread.currentThread();
    Future<?> interrupt = watch.schedule(thread::interrupt, HELD_MILLIS, TimeUnit.MILLISECONDS);
    try {
      racer.run();
    } finally {
      interrupt.cancel(false);
      Thread.interrupted();
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    racers.shutdownNow();
    watch.shutdownNow();
  }
}
