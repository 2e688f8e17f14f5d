// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.TracedClient;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.spi.concurrent.ThreadContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes the caller's span active where RESTEasy runs what a caller has given it: {@code async()},
 * {@code rx()} and their callbacks, on its own executor and on that of the application. It is
 * public only for the service loader: RESTEasy takes it from nowhere else.
 *
 * @hidden
 */
public final class CallerContext implements ThreadContext<CallerContext.Caller> {
  /** Static: RESTEasy makes a new context for every task, which knows no client. */
  private static final Set<TracedClient> CLIENTS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  // Static too: what fails is logged once.
  private static final Guard GUARD = new Guard();

  /** Called by the service loader. */
  public CallerContext() {}

  static void add(TracedClient client) {
    CLIENTS.add(client);
  }

  /** The spans of a caller, one for each tracer; there is mostly one. */
  static final class Caller {
    private final List<Active> spans = new ArrayList<>(1);

    // A task may run on several threads; each of them knows its own scopes.
    private final Map<Thread, List<Runnable>> ends = new ConcurrentHashMap<>();
  }

  private record Active(GuardedTracer tracer, Span span) {}

  @Override
  public Caller capture() {
    Caller caller = new Caller();
    try {
      Set<Tracer> asked = Collections.newSetFromMap(new IdentityHashMap<>(1));
      capture(TracedClient.installedTracer(), asked, caller);
      for (TracedClient client : CLIENTS.toArray(new TracedClient[0])) {
        capture(client.tracer(), asked, caller);
      }
    } catch (Throwable t) {
      GUARD.caught("Finding the caller of a call", t);
    }
    return caller;
  }

  private static void capture(@Nullable GuardedTracer tracer, Set<Tracer> asked, Caller caller) {
    Span span = tracer == null || !asked.add(tracer.unguarded()) ? null : tracer.activeSpan();
    if (tracer != null && span != null) {
      caller.spans.add(new Active(tracer, span));
    }
  }

  @Override
  public void push(Caller caller) {
    if (caller.spans.isEmpty()) {
      return;
    }
    List<Runnable> ends =
        caller.ends.computeIfAbsent(Thread.currentThread(), t -> new ArrayList<>());
    for (Active active : caller.spans) {
      @Nullable Scope scope = active.tracer().activate(active.span());
      ends.add(() -> active.tracer().close(scope));
    }
  }

  @Override
  public void reset(Caller caller) {
    List<Runnable> ends = caller.ends.remove(Thread.currentThread());
    for (int i = ends == null ? -1 : ends.size() - 1; i >= 0; i--) {
      ends.get(i).run();
    }
  }
}
