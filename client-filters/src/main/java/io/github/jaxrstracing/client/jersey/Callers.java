// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.jersey;

import io.github.jaxrstracing.client.TracedClient;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.SpanContext;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.SyncInvoker;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows who makes a call, also one that Jersey is told of on another thread. */
final class Callers {
  private static final String PROPERTY = "io.github.jaxrstracing.client.jersey.caller";

  private record Caller(Thread thread, @Nullable SpanContext span) {}

  private final TracedClient client;

  /** The callers of event sources whose first call is about to be made on this thread. */
  private final Map<Thread, SpanContext> ofEventSources = new ConcurrentHashMap<>();

  Callers(TracedClient client) {
    this.client = client;
  }

  /** Remembers the caller of a call whose thread the application's own invoker chooses. */
  void rememberCaller(SyncInvoker invoker) {
    GuardedTracer tracer = client.tracer();
    if (tracer != null && invoker instanceof Invocation.Builder request) {
      request.property(PROPERTY, new Caller(Thread.currentThread(), tracer.activeContext()));
    }
  }

  /** Runs an event source: its first call belongs to this caller, its callbacks to nobody. */
  void runEventSource(SpanContext caller, Runnable eventSource) {
    Thread thread = Thread.currentThread();
    ofEventSources.put(thread, caller);
    try {
      eventSource.run();
    } finally {
      ofEventSources.remove(thread);
    }
  }

  /** Begins the trace of a call with the span of whoever makes it. */
  void beginCall(ClientRequestContext request) {
    SpanContext ofEventSource = ofEventSources.remove(Thread.currentThread());
    Caller remembered = remembered(request);
    if (ofEventSource != null) {
      client.beginCall(request, ofEventSource);
    } else if (remembered != null && remembered.thread() != Thread.currentThread()) {
      client.beginCall(request, remembered.span());
    } else {
      client.beginCall(request);
    }
  }

  private @Nullable Caller remembered(ClientRequestContext request) {
    try {
      return request.getProperty(PROPERTY) instanceof Caller caller ? caller : null;
    } catch (Throwable t) {
      client.guard().caught("Finding the caller of a call", t);
      return null;
    }
  }
}
