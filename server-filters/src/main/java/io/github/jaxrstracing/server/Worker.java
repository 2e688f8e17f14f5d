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
  // Another thread that reads this early sees null, and not itself.
  private @Nullable Thread thread;

  // Written under the lock of the workers, read by any thread: a thread only looks for itself.
  private volatile @Nullable Worker next;

  // Used by this thread alone: a scope is opened and closed on one thread.
  private @Nullable Scope scope;
  private @Nullable Bracket opened;

  // Guarded by the workers.
  @Nullable ContainerResponseContext answer;
  @Nullable Throwable failure;
  @Nullable Throwable bodyFailure;

  /** Whether no thread has taken this yet. */
  final boolean isFree() {
    return thread == null;
  }

  /** Makes this the worker of this thread, for good. */
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
  final boolean isOf(Thread some) {
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

  /** Whether this thread has written a response with this status; guarded by the workers. */
  final boolean hasAnswered(int status) {
    return answer != null && answer.getStatus() == status;
  }

  /** What went wrong with the response that this thread sent; guarded by the workers. */
  final @Nullable Throwable error(int status, boolean isWritten) {
    if (status >= 500 && failure != null) {
      return failure;
    }
    return isWritten ? null : bodyFailure;
  }

  /** Forgets what this thread did; guarded by the workers. */
  final void letGo(boolean butAnswer) {
    answer = butAnswer ? answer : null;
    failure = null;
    bodyFailure = null;
  }
}
