// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.opentracing.Scope;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jspecify.annotations.Nullable;

/**
 * One thread that works for a request. Most requests have one; those that are answered elsewhere
 * have two; when two threads answer at once, both have their scopes, their response and their
 * failure here, and {@link Workers} tells which of them the client got.
 */
class Worker {
  // Written by this thread alone, under the lock of the workers, and read without it: any other
  // thread sees null or this thread, but never itself.
  private @Nullable Thread thread;

  // Written under the lock of the workers, read by any thread: a thread only looks for itself.
  private volatile @Nullable Worker next;

  // Used by this thread alone: a scope is opened and closed on one thread.
  private @Nullable Scope scope;
  private @Nullable Bracket opened;

  // Guarded by the workers.
  private @Nullable ContainerResponseContext answer;
  private @Nullable Throwable failure;
  private @Nullable Throwable bodyFailure;

  /** Whether no thread has taken this yet. */
  final boolean isFree() {
    return thread == null;
  }

  /** Makes this the worker of this thread. */
  final Worker take() {
    thread = Thread.currentThread();
    return this;
  }

  /** Adds a worker of this thread. */
  final Worker add() {
    Worker added = new Worker().take();
    added.next = next;
    next = added;
    return added;
  }

  /** Whether this is the worker of a thread. */
  final boolean isWorkerOf(Thread some) {
    return thread == some;
  }

  /** Another worker of the same request, or null after the last one. */
  final @Nullable Worker next() {
    return next;
  }

  /** Makes the span active, if it is not in a bracket around this one. */
  final void open(Bracket bracket, ServerExchange exchange) {
    if (scope == null) {
      scope = exchange.open();
      opened = bracket;
    }
  }

  /** Makes the span inactive, unless a bracket around this one has made it active. */
  final void close(Bracket bracket, ServerExchange exchange) {
    if (opened != null && bracket.compareTo(opened) <= 0) {
      closeScope(exchange);
    }
  }

  /** Makes the span inactive, if this bracket has made it active. */
  final void leave(Bracket bracket, ServerExchange exchange) {
    if (opened == bracket) {
      closeScope(exchange);
    }
  }

  private void closeScope(ServerExchange exchange) {
    Scope closed = scope;
    scope = null;
    opened = null;
    exchange.close(closed);
  }

  // All of these are called under the lock of the workers.

  /** The response that this thread has written, or null. */
  final @Nullable ContainerResponseContext answer() {
    return answer;
  }

  final void answers(@Nullable ContainerResponseContext response) {
    answer = response;
  }

  final boolean hasAnswered(int status) {
    return answer != null && answer.getStatus() == status;
  }

  final void failedBy(Throwable thrown) {
    failure = thrown;
  }

  final void bodyFailedBy(Throwable thrown) {
    bodyFailure = thrown;
  }

  /** What went wrong with the response that this thread has sent with a status. */
  final @Nullable Throwable error(int status, boolean isWritten) {
    if (status >= 500 && failure != null) {
      return failure;
    }
    return isWritten ? null : bodyFailure;
  }

  /**
   * Lets this thread go, if it has nothing to close any more. Since Java 19 a thread that has ended
   * keeps its task, which may hold all of the request, and a server may keep its requests for ever.
   */
  final void forgetThread() {
    if (scope == null) {
      thread = null;
    }
  }

  final void forgetFailures() {
    failure = null;
    bodyFailure = null;
  }
}
