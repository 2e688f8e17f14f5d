// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.workqueue.AutomaticWorkQueue;
import org.apache.cxf.workqueue.WorkQueueManager;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the executor of a client, on the thread that makes a call. It has no threads of its
 * own: tasks run where they would run without it, on the executor of the application, or else where
 * CXF itself runs them.
 */
final class CallerExecutor extends AbstractExecutorService {
  private final @Nullable ExecutorService own;
  private final Callers callers;
  private volatile boolean isShutdown;

  CallerExecutor(@Nullable ExecutorService own, Callers callers) {
    this.own = own;
    this.callers = callers;
  }

  @Override
  public void execute(Runnable task) {
    if (own != null) {
      own.execute(callers.remembering(task));
      return;
    }
    Runnable activating = callers.activating(task);
    AutomaticWorkQueue queue =
        task instanceof CompletableFuture.AsynchronousCompletionTask ? null : workQueue();
    if (queue == null) {
      byDefault().execute(activating);
    } else {
      queue.execute(activating);
    }
  }

  // That of rx(), as CXF leaves it to CompletableFuture.
  private static Executor byDefault() {
    return new CompletableFuture<>().defaultExecutor();
  }

  // That of the responses of async().
  private static @Nullable AutomaticWorkQueue workQueue() {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    WorkQueueManager queues =
        message == null
            ? null
            : message.getExchange().getBus().getExtension(WorkQueueManager.class);
    if (queues == null) {
      return null;
    }
    AutomaticWorkQueue named = queues.getNamedWorkQueue("http-conduit");
    return named == null ? queues.getAutomaticWorkQueue() : named;
  }

  @Override
  public void shutdown() {
    isShutdown = true;
    if (own != null) {
      own.shutdown();
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    isShutdown = true;
    return own == null ? List.of() : own.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return own == null ? isShutdown : own.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return own == null ? isShutdown : own.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return own == null ? isShutdown : own.awaitTermination(timeout, unit);
  }
}
