// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jspecify.annotations.Nullable;

/** The threads that work for one request, and which of them has given the client its response. */
final class Workers {
  // Written under the lock, read by any thread: a thread only looks for itself.
  private volatile @Nullable Worker newest;

  // Guarded by this.
  private @Nullable Worker answerer;
  private boolean contested;
  private int statusOnTheWire;

  /** The worker of this thread, or null when it has not worked for the request yet. */
  @Nullable Worker known() {
    Thread thread = Thread.currentThread();
    Worker worker = newest;
    while (worker != null && worker.thread != thread) {
      worker = worker.next;
    }
    return worker;
  }

  /** The worker of this thread. */
  Worker current() {
    Worker known = known();
    if (known != null) {
      return known;
    }
    synchronized (this) {
      Worker added = new Worker(Thread.currentThread(), newest);
      newest = added;
      return added;
    }
  }

  synchronized void failed(Throwable thrown) {
    current().failure = thrown;
  }

  synchronized void bodyFailed(Throwable thrown) {
    current().bodyFailure = thrown;
  }

  /** This thread writes a response; of several threads the first one counts. */
  synchronized void writes(ContainerResponseContext response) {
    Worker worker = current();
    contested |= answerer != null && answerer.answer != response;
    worker.answer = response;
    answerer = answerer == null ? worker : answerer;
  }

  /** The container answers this thread's exception on its own, whatever was written before. */
  synchronized void leavesTo(int containerStatus) {
    answerer = current();
    answerer.answer = null;
    statusOnTheWire = containerStatus;
  }

  synchronized boolean isAnswered() {
    return answerer != null;
  }

  /** Whether several responses were written, and nobody has said which one is sent. */
  synchronized boolean isUndecided() {
    return contested && statusOnTheWire == 0;
  }

  /** This is the status that the container sends. */
  synchronized void sends(int status) {
    statusOnTheWire = statusOnTheWire == 0 ? status : statusOnTheWire;
  }

  /** Tells the exchange how the request ended, from what the thread did whose response was sent. */
  synchronized void recordEnd(ServerExchange exchange, int status, boolean isWritten) {
    Worker sender = answerer == null ? known() : sender(answerer);
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
