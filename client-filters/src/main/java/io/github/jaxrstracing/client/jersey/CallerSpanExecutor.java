// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.jersey;

import io.github.jaxrstracing.client.TracedClient;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs each task with the span active that was active where the task was given. */
final class CallerSpanExecutor extends AbstractExecutorService {
  private final ExecutorService executor;
  private final TracedClient client;
  private final Callers callers;

  CallerSpanExecutor(ExecutorService executor, TracedClient client, Callers callers) {
    this.executor = executor;
    this.client = client;
    this.callers = callers;
  }

  ExecutorService executor() {
    return executor;
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(carrying(task));
  }

  @Override
  public Future<?> submit(Runnable task) {
    return executor.submit(carrying(task));
  }

  private Runnable carrying(Runnable task) {
    GuardedTracer tracer = client.tracer();
    Span span = tracer == null ? null : tracer.activeSpan();
    if (tracer == null || span == null || isSubscription(task)) {
      return task;
    }
    if (!isEventSource(task)) {
      return () -> run(task, tracer, span);
    }
    SpanContext caller = GuardedTracer.contextOf(span, client.guard());
    return caller == null ? task : () -> callers.runEventSource(caller, task);
  }

  // Lasts as long as the stream of events, and its caller's span does not.
  private static boolean isEventSource(Runnable task) {
    return task.getClass().getName().startsWith("org.glassfish.jersey.media.sse.");
  }

  // Hands the events of a source to its callbacks.
  private static boolean isSubscription(Runnable task) {
    return task.getClass().getName().contains("SubmissionPublisher");
  }

  private static void run(Runnable task, GuardedTracer tracer, Span span) {
    Scope scope = tracer.activate(span);
    try {
      task.run();
    } finally {
      tracer.close(scope);
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
