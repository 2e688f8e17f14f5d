// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jspecify.annotations.Nullable;

/**
 * The threads that work for one request, and which of them has given the client its response; a
 * part of {@link RequestTrace}, and no object of its own. It is the worker of the first of these
 * threads, too: most requests have no other.
 */
abstract class Workers extends Worker {
  // Guarded by this, until it is over: then the thread that ends the span reads them alone, which
  // has held the lock since.
  private @Nullable Worker answerer;
  private int statusOnTheWire;
  private boolean isOver;

  // Guarded by this.
  private boolean contested;
  private boolean leftToContainer;

  /** The worker of this thread, or null when it has not worked for the request yet. */
  final @Nullable Worker knownWorker() {
    Thread thread = Thread.currentThread();
    Worker worker = this;
    while (worker != null && !worker.isOf(thread)) {
      worker = worker.next();
    }
    return worker;
  }

  /** The worker of this thread. */
  final Worker currentWorker() {
    Worker known = knownWorker();
    if (known != null) {
      return known;
    }
    synchronized (this) {
      return isFree() ? take() : add();
    }
  }

  final synchronized void recordFailure(Throwable thrown) {
    if (!isOver) {
      currentWorker().failure = thrown;
    }
  }

  final synchronized void recordBodyFailure(Throwable thrown) {
    if (!isOver) {
      currentWorker().bodyFailure = thrown;
    }
  }

  /** This thread writes a response; of several threads the first one counts. */
  final synchronized void writes(ContainerResponseContext response) {
    if (leftToContainer || isOver) {
      contested = true; // an implementation may write for nobody then
      return;
    }
    Worker worker = currentWorker();
    contested |= answerer != null && answerer.answer != response;
    worker.answer = response;
    answerer = answerer == null ? worker : answerer;
  }

  /** The container answers this thread's exception on its own, whatever was written before. */
  final synchronized void leavesTo(int containerStatus, boolean isCommitted) {
    if (!leftToContainer && !isCommitted && !isOver) {
      Worker worker = currentWorker();
      contested |= answerer != null && answerer != worker;
      answerer = worker;
      answerer.answer = null;
      statusOnTheWire = containerStatus;
    }
    leftToContainer = true;
  }

  final synchronized boolean isAnswered() {
    return answerer != null;
  }

  /** Whether there are several responses, of which the container sends one. */
  final synchronized boolean isContested() {
    return contested;
  }

  /** This is the status that the container sends. */
  final synchronized void sends(int status) {
    if (statusOnTheWire == 0 && !isOver) {
      statusOnTheWire = status;
    }
  }

  /** This is the status that the container has sent, whatever it was told to send; 0 for none. */
  final synchronized void sent(int status) {
    if (status != 0 && !isOver) {
      statusOnTheWire = status;
    }
  }

  /**
   * Decides which thread's response was sent, tells the exchange what went wrong there, and lets go
   * what the others did. Their scopes stay: each closes its own.
   */
  final synchronized void recordEndIn(ServerExchange exchange, int status, boolean isWritten) {
    Worker sender = answerer == null ? knownWorker() : sender(answerer);
    int sent = status;
    if (sender != null) {
      sent = statusSentBy(sender, status);
      exchange.recordError(sender.error(sent, isWritten));
    }
    answerer = sender;
    statusOnTheWire = sent;
    isOver = true;
    for (Worker worker = this; worker != null; worker = worker.next()) {
      worker.letGo(worker == sender);
    }
  }

  private int statusSentBy(Worker sender, int otherwise) {
    if (statusOnTheWire != 0) {
      return statusOnTheWire;
    }
    return sender.answer == null ? otherwise : sender.answer.getStatus();
  }

  /** The status that was sent; 0 before the end, and when nobody knows it. */
  final int sentStatus() {
    return isOver ? statusOnTheWire : 0;
  }

  /** The response that was sent; null before the end, and when the container answered. */
  final @Nullable ContainerResponseContext sentResponse() {
    return isOver && answerer != null ? answerer.answer : null;
  }

  /** Lets the response go when all is told. */
  final void forgetResponse() {
    if (answerer != null) {
      answerer.letGo(false);
    }
  }

  private Worker sender(Worker first) {
    if (statusOnTheWire == 0 || first.hasAnswered(statusOnTheWire)) {
      return first;
    }
    for (Worker other = this; other != null; other = other.next()) {
      if (other.hasAnswered(statusOnTheWire)) {
        return other;
      }
    }
    return first;
  }
}
