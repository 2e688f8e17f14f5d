// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import io.github.jaxrstracing.client.TracedClient;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows who makes a call that CXF makes on another thread. */
final class Callers {
  private final TracedClient client;

  /** The callers of the tasks that run on threads of the application now. */
  private final Map<Thread, SpanContext> callers = new ConcurrentHashMap<>();

  Callers(TracedClient client) {
    this.client = client;
  }

  /** The task, with the caller's span active while it runs. */
  Runnable activating(Runnable task) {
    GuardedTracer tracer = client.tracer();
    Span caller = tracer == null ? null : tracer.activeSpan();
    if (tracer == null || caller == null) {
      return task;
    }
    return () -> {
      Scope scope = tracer.activate(caller);
      try {
        task.run();
      } finally {
        tracer.close(scope);
      }
    };
  }

  /** The task, whose calls belong to the caller's span; it is not active. */
  Runnable remembering(Runnable task) {
    GuardedTracer tracer = client.tracer();
    SpanContext caller = tracer == null ? null : tracer.activeContext();
    if (caller == null) {
      return task;
    }
    return () -> {
      Thread thread = Thread.currentThread();
      SpanContext before = callers.put(thread, caller);
      try {
        task.run();
      } finally {
        if (before == null) {
          callers.remove(thread);
        } else {
          callers.put(thread, before);
        }
      }
    };
  }

  /** Begins the trace of a call with the span of whoever makes it. */
  void beginCall(ClientRequestContext request) {
    SpanContext caller = callers.get(Thread.currentThread());
    if (caller == null) {
      client.beginCall(request);
    } else {
      client.beginCall(request, caller);
    }
  }
}
