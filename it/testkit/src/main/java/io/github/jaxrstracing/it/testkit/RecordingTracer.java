// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import io.opentracing.Scope;
import io.opentracing.ScopeManager;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMapExtract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Passes everything on and counts it: calls, spans that were started, scopes that are open on each
 * thread, and scopes that were not closed as they must. Spans and contexts are the tracer's own,
 * since some tracers refuse others.
 */
public final class RecordingTracer implements Tracer, ScopeManager {
  private final TestTracer recorded;
  private final Tracer delegate;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger started = new AtomicInteger();
  private final Map<Thread, Deque<Scope>> open = new ConcurrentHashMap<>();
  private final Queue<Map.Entry<String, String>> extracted = new ConcurrentLinkedQueue<>();
  private final Queue<String> misuses = new ConcurrentLinkedQueue<>();

  /** Records what is done with this tracer. */
  public RecordingTracer(TestTracer recorded) {
    this.recorded = recorded;
    this.delegate = recorded.tracer();
  }

  /** The tracer that does the work; what is done with it directly is not counted. */
  public TestTracer recorded() {
    return recorded;
  }

  /** How often the tracer was called. */
  public int calls() {
    return calls.get();
  }

  /** The headers that were given to the last extract. */
  public List<Map.Entry<String, String>> extracted() {
    return List.copyOf(extracted);
  }

  /** How many spans were started, finished or not. */
  public int started() {
    return started.get();
  }

  /** The spans that were finished, in the order of their ends. */
  public List<FinishedSpan> finished() {
    return recorded.finishedSpans();
  }

  /** The threads that have an open scope, and how many. */
  public List<String> openScopes() {
    return open.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> entry.getValue().size() + " on " + entry.getKey().getName())
        .toList();
  }

  /** The scopes that were closed twice, out of order or on another thread. */
  public List<String> misuses() {
    return List.copyOf(misuses);
  }

  @Override
  public ScopeManager scopeManager() {
    return this;
  }

  @Override
  public Scope activate(Span span) {
    return activateSpan(span);
  }

  @Override
  public @Nullable Span activeSpan() {
    calls.incrementAndGet();
    return delegate.activeSpan();
  }

  @Override
  public Scope activateSpan(Span span) {
    calls.incrementAndGet();
    return new Recorded(delegate.activateSpan(span));
  }

  @Override
  public SpanBuilder buildSpan(String operationName) {
    calls.incrementAndGet();
    return counted(delegate.buildSpan(operationName));
  }

  private SpanBuilder counted(SpanBuilder builder) {
    return (SpanBuilder)
        Proxy.newProxyInstance(
            SpanBuilder.class.getClassLoader(),
            new Class<?>[] {SpanBuilder.class},
            (proxy, method, arguments) -> {
              Object result;
              try {
                result = method.invoke(builder, arguments);
              } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
              }
              if (result instanceof Span) {
                started.incrementAndGet();
              }
              return result instanceof SpanBuilder ? proxy : result;
            });
  }

  @Override
  public <C> void inject(SpanContext context, Format<C> format, C carrier) {
    calls.incrementAndGet();
    delegate.inject(context, format, carrier);
  }

  @Override
  public <C> SpanContext extract(Format<C> format, C carrier) {
    calls.incrementAndGet();
    extracted.clear();
    ((TextMapExtract) carrier).forEach(extracted::add);
    return delegate.extract(format, carrier);
  }

  @Override
  public void close() {
    delegate.close();
  }

  private final class Recorded implements Scope {
    private final Scope scope;
    private final Thread thread = Thread.currentThread();

    Recorded(Scope scope) {
      this.scope = scope;
      open.computeIfAbsent(thread, t -> new ConcurrentLinkedDeque<>()).push(this);
    }

    @Override
    public void close() {
      Deque<Scope> mine = open.getOrDefault(thread, new ConcurrentLinkedDeque<>());
      if (Thread.currentThread() != thread) {
        misuses.add("closed on " + Thread.currentThread() + " instead of " + thread);
      } else if (mine.peek() != this) {
        misuses.add("closed twice or out of order on " + thread);
      } else {
        mine.pop();
      }
      scope.close();
    }
  }
}
