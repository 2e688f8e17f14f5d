// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.GuardedSpan;
import io.opentracing.Scope;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jspecify.annotations.Nullable;

/**
 * One thread that works for a request. Most requests have one; those that are answered elsewhere
 * have two; when two threads answer at once, both have their scopes, their response and their
 * failure here, and {@link Workers} tells which of them the client got.
 */
final class Worker {
  final Thread thread;
  final @Nullable Worker next;

  // Used by this thread alone: a scope is opened and closed on one thread.
  private @Nullable Scope filters;
  private @Nullable Scope method;
  private @Nullable Scope response;

  // Guarded by the workers.
  @Nullable ContainerResponseContext answer;
  @Nullable Throwable failure;
  @Nullable Throwable bodyFailure;

  Worker(Thread thread, @Nullable Worker next) {
    this.thread = thread;
    this.next = next;
  }

  /** Makes the span active, if it is not in this bracket already. */
  void open(Bracket bracket, GuardedSpan span) {
    switch (bracket) {
      case FILTERS -> filters = filters == null ? span.activate() : filters;
      case METHOD -> method = method == null ? span.activate() : method;
      case RESPONSE -> response = response == null ? span.activate() : response;
    }
  }

  /** Makes the span inactive, in the reverse order of the brackets that are open here. */
  void close(Bracket bracket, GuardedSpan span) {
    Scope answering = response;
    response = null;
    span.tracer().close(answering);
    if (bracket == Bracket.RESPONSE) {
      return;
    }
    Scope running = method;
    method = null;
    span.tracer().close(running);
    if (bracket == Bracket.METHOD) {
      return;
    }
    Scope filtering = filters;
    filters = null;
    span.tracer().close(filtering);
  }

  /** Whether this thread has written a response with this status; guarded by the workers. */
  boolean hasAnswered(int status) {
    return answer != null && answer.getStatus() == status;
  }
}
