// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jspecify.annotations.Nullable;

/**
 * The threads that work for one request, and which of them has given the client its response; a
 * part of {@link RequestTrace}, and no object of its own.
 */
abstract class Workers {
  // Written under the lock, read by any thread: a thread only looks for itself.
  private volatile @Nullable Worker newest;

  // Guarded by this.
  private @Nullable Worker answerer;
  private boolean contested;
  private boolean leftToContainer;
  private int statusOnTheWire;
  private boolean isOver;

  /** The worker of this thread, or null when it has not worked for the request yet. */
  final @Nullable Worker knownWorker() {
    Thread thread = Thread.currentThread();
    Worker worker = newest;
    while (worker != null && worker.thread != thread) {
      worker = worker.next;
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
      Worker added = new Worker(Thread.currentThread(), newest);
      newest = added;
      return added;
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
    if (!leftToContainer && !isCommitted) {
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
    statusOnTheWire = statusOnTheWire == 0 ? status : statusOnTheWire;
  }

  /** This is the status that the container has sent, whatever it was told to send; 0 for none. */
  final synchronized void sent(int status) {
    statusOnTheWire = status == 0 ? statusOnTheWire : status;
  }

  /**
   * Tells the exchange how the request ended, from what the thread did whose response was sent, and
   * lets go what all of them did. Their scopes stay: each closes its own.
   */
  final synchronized void recordEndIn(ServerExchange exchange, int status, boolean isWritten) {
    recordSentIn(exchange, status, isWritten);
    isOver = true;
    for (Worker worker = newest; worker != null; worker = worker.next) {
      worker.answer = null;
      worker.failure = null;
      worker.bodyFailure = null;
    }
  }

  private void recordSentIn(ServerExchange exchange, int status, boolean isWritten) {
    Worker sender = answerer == null ? knownWorker() : sender(answerer);
    if (sender == null) {
      exchange.recordEnd(status, null, null);
      return;
    }
    int sent = sender.answer == null ? status : sender.answer.getStatus();
    if (statusOnTheWire != 0) {
      sent = statusOnTheWire;
    }
    boolean isBroken = sender.bodyFailure != null && !isWritten;
    Throwable error = sent >= 500 && sender.failure != null ? sender.failure : null;
    exchange.recordEnd(sent, sender.answer, error == null && isBroken ? sender.bodyFailure : error);
  }

  private Worker sender(Worker first) {
    if (statusOnTheWire == 0 || first.hasAnswered(statusOnTheWire)) {
      return first;
    }
    for (Worker other = newest; other != null; other = other.next) {
      if (other.hasAnswered(statusOnTheWire)) {
        return other;
      }
    }
    return first;
  }
}
