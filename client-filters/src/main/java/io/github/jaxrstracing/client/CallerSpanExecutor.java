// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.Guard;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs each task with the span active that was active where the task was given. */
final class CallerSpanExecutor extends AbstractExecutorService {
  private final ExecutorService executor;
  private final CallFilter filter;

  CallerSpanExecutor(ExecutorService executor, CallFilter filter) {
    this.executor = executor;
    this.filter = filter;
  }

  ExecutorService executor() {
    return executor;
  }

  @Override
  public void execute(Runnable task) {
    ClientSettings settings = filter.settings();
    Tracer tracer = settings.on().getAsBoolean() ? settings.http().tracer().get() : null;
    Span span = tracer == null ? null : activeSpan(tracer, settings.guard());
    executor.execute(
        tracer == null || span == null ? task : () -> run(task, tracer, span, settings.guard()));
  }

  private static @Nullable Span activeSpan(Tracer tracer, Guard guard) {
    try {
      return tracer.activeSpan();
    } catch (Throwable t) {
      guard.caught("Tracer.activeSpan", t);
      return null;
    }
  }

  private static void run(Runnable task, Tracer tracer, Span span, Guard guard) {
    Scope scope = activate(tracer, span, guard);
    try {
      task.run();
    } finally {
      close(scope, guard);
    }
  }

  private static @Nullable Scope activate(Tracer tracer, Span span, Guard guard) {
    try {
      return tracer.activateSpan(span);
    } catch (Throwable t) {
      guard.caught("Tracer.activateSpan", t);
      return null;
    }
  }

  private static void close(@Nullable Scope scope, Guard guard) {
    try {
      if (scope != null) {
        scope.close();
      }
    } catch (Throwable t) {
      guard.caught("Scope.close", t);
    }
  }

  @Override
  public void shutdown() {
    executor.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return executor.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return executor.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return executor.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return executor.awaitTermination(timeout, unit);
  }
}
