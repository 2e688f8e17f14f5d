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
  // Guarded by this, and not written any more when it is over: the thread that ends the span has
  // held the lock since, and reads them without it.
  private @Nullable Worker answerer;
  private int statusOnTheWire;

  // Written under the lock of this, read by any thread.
  private volatile boolean isOver;

  // Guarded by this.
  private boolean contested;
  private boolean leftToContainer;

  /** The worker of this thread, or null when it has not worked for the request yet. */
  final @Nullable Worker knownWorker() {
    Thread thread = Thread.currentThread();
    Worker worker = this;
    while (worker != null && !worker.isWorkerOf(thread)) {
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
      currentWorker().failedBy(thrown);
    }
  }

  final synchronized void recordBodyFailure(Throwable thrown) {
    if (!isOver) {
      currentWorker().bodyFailedBy(thrown);
    }
  }

  /** This thread writes a response; of several threads the first one counts. */
  final synchronized void writes(ContainerResponseContext response) {
    if (isOver) {
      return;
    }
    Worker worker = currentWorker();
    if (leftToContainer) {
      contested = true; // an implementation may write for nobody then
      if (worker != answerer) {
        worker.answers(response);
      }
      return;
    }
    contested |= answerer != null && answerer.answer() != response;
    worker.answers(response);
    answerer = answerer == null ? worker : answerer;
  }

  /** The container answers this thread's exception on its own, whatever was written before. */
  final synchronized void leavesTo(int containerStatus, boolean isCommitted) {
    if (!leftToContainer && !isCommitted && !isOver) {
      Worker worker = currentWorker();
      contested |= answerer != null && answerer != worker;
      answerer = worker;
      answerer.answers(null);
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

  /** The container is about to send this status; the first one counts, and 0 is none. */
  final synchronized void recordToBeSent(int status) {
    if (statusOnTheWire == 0 && !isOver) {
      statusOnTheWire = status;
    }
  }

  /** The container answers this thread on its own; the first status counts. */
  final synchronized void recordContainer(int status) {
    if (!isOver && answerer == null) {
      answerer = currentWorker();
    }
    recordToBeSent(status);
  }

  /**
   * The container has sent this status, whatever it was about to send. What nobody has answered is
   * that of another request, for which a container may use the same object.
   */
  final synchronized void recordSent(int status) {
    if (!isOver && whoAnswered(status) != null) {
      statusOnTheWire = status;
    }
  }

  private @Nullable Worker whoAnswered(int status) {
    Worker worker = this;
    while (worker != null && !worker.hasAnswered(status)) {
      worker = worker.next();
    }
    return worker;
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
      worker.forgetFailures();
      if (worker != sender) {
        worker.answers(null);
      }
    }
  }

  /** Lets the thread of this worker go, which is the current one, if the request is over. */
  final void forgetWhenOver(Worker current) {
    if (isOver) {
      synchronized (this) {
        current.forgetThread();
      }
    }
  }

  /** The request is answered, and is not traced. */
  final synchronized void over() {
    isOver = true;
  }

  final boolean isOver() {
    return isOver;
  }

  private int statusSentBy(Worker sender, int otherwise) {
    if (statusOnTheWire != 0) {
      return statusOnTheWire;
    }
    ContainerResponseContext answer = sender.answer();
    return answer == null ? otherwise : answer.getStatus();
  }

  /** The status that was sent; 0 before the end, and when nobody knows it. */
  final int sentStatus() {
    return isOver ? statusOnTheWire : 0;
  }

  /** The response that was sent; null before the end, and when the container answered. */
  final @Nullable ContainerResponseContext sentResponse() {
    return isOver && answerer != null ? answerer.answer() : null;
  }

  /** Lets the response go when all is told. */
  final void forgetResponse() {
    if (answerer != null) {
      answerer.answers(null);
    }
  }

  private Worker sender(Worker first) {
    if (statusOnTheWire == 0 || first.hasAnswered(statusOnTheWire)) {
      return first;
    }
    Worker other = whoAnswered(statusOnTheWire);
    return other == null ? first : other;
  }
}
