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
final class Worker {
  final Thread thread;
  final @Nullable Worker next;

  // Used by this thread alone: a scope is opened and closed on one thread.
  private @Nullable Scope scope;
  private @Nullable Bracket opened;

  // Guarded by the workers.
  @Nullable ContainerResponseContext answer;
  @Nullable Throwable failure;
  @Nullable Throwable bodyFailure;

  Worker(Thread thread, @Nullable Worker next) {
    this.thread = thread;
    this.next = next;
  }

  /** Makes the span active, if it is not in a bracket around this one. */
  void open(Bracket bracket, ServerExchange exchange) {
    if (scope == null) {
      scope = exchange.open();
      opened = bracket;
    }
  }

  /** Makes the span inactive, unless a bracket around this one has made it active. */
  void close(Bracket bracket, ServerExchange exchange) {
    if (opened != null && bracket.compareTo(opened) <= 0) {
      closeScope(exchange);
    }
  }

  /** Makes the span inactive, if this bracket has made it active. */
  void leave(Bracket bracket, ServerExchange exchange) {
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
  boolean hasAnswered(int status) {
    return answer != null && answer.getStatus() == status;
  }
}
