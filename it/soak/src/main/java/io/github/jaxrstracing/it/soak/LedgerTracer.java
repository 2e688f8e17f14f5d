// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.SpanEnd.Role;
import io.opentracing.Scope;
import io.opentracing.ScopeManager;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMapExtract;
import io.opentracing.propagation.TextMapInject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A tracer without locks that keeps no span, but tells each when it ends, and watches all rules.
 */
final class LedgerTracer implements Tracer, ScopeManager {
  /** The header that carries whose span sends a request, such as {@code CALL-17-9041}. */
  static final String HEADER = "x-soak";

  private static final ThreadLocal<@Nullable Active> ACTIVE = new ThreadLocal<>();

  private final Violations violations;
  private final Consumer<SpanEnd> ended;
  private final AtomicLong ids = new AtomicLong();
  private final LongAdder started = new LongAdder();
  private final LongAdder finished = new LongAdder();
  private final Set<LedgerSpan> open = ConcurrentHashMap.newKeySet();
  private final Map<Thread, Integer> scopes = new ConcurrentHashMap<>();
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  LedgerTracer(Violations violations, Consumer<SpanEnd> ended) {
    this.violations = violations;
    this.ended = ended;
  }

  long started() {
    return started.sum();
  }

  long finished() {
    return finished.sum();
  }

  /** Spans that have not ended, as text, but for those of requests that need not end. */
  List<String> unfinished(IntPredicate isHeld) {
    return open.stream()
        .filter(span -> !isHeld.test(span.context().n()))
        .map(LedgerSpan::toString)
        .toList();
  }

  /** The threads on which a span is active right now. */
  Set<Thread> threadsWithActiveSpan() {
    return Set.copyOf(scopes.keySet());
  }

  /** All names that spans have had. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  @Override
  public ScopeManager scopeManager() {
    return this;
  }

  @Override
  public @Nullable Span activeSpan() {
    Active active = ACTIVE.get();
    return active == null ? null : active.span;
  }

  @Override
  public Scope activate(Span span) {
    return activateSpan(span);
  }

  @Override
  public Scope activateSpan(Span span) {
    Active active = new Active(span, ACTIVE.get());
    ACTIVE.set(active);
    scopes.merge(Thread.currentThread(), 1, Integer::sum);
    return active;
  }

  @Override
  public SpanBuilder buildSpan(String operationName) {
    return new LedgerSpanBuilder(this, operationName);
  }

  LedgerSpan start(String name, @Nullable Context parent, Map<String, Object> tags, long micros) {
    started.increment();
    long id = ids.incrementAndGet();
    LedgerSpan span = new LedgerSpan(this, name, id, parent, tags, micros);
    open.add(span);
    return span;
  }

  void violated(String rule, Object what) {
    violations.add(rule, String.valueOf(what));
  }

  void finished(LedgerSpan span, SpanEnd end) {
    finished.increment();
    open.remove(span);
    names.add(end.name());
    ended.accept(end);
  }

  @Override
  public <C> void inject(SpanContext context, Format<C> format, C carrier) {
    ((TextMapInject) carrier).put(HEADER, ((Context) context).asHeader());
  }

  @Override
  public <C> @Nullable SpanContext extract(Format<C> format, C carrier) {
    for (Map.Entry<String, String> header : (TextMapExtract) carrier) {
      if (header.getKey().equalsIgnoreCase(HEADER)) {
        return Context.of(header.getValue());
      }
    }
    return null;
  }

  @Override
  public void close() {}

  /** Whose span it is, of which request, and its ids. */
  record Context(Role role, int n, String traceId, String spanId) implements SpanContext {
    private static Context of(String header) {
      String[] parts = header.split("-", -1);
      return new Context(Role.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    String asHeader() {
      return role + "-" + n + '-' + traceId + '-' + spanId;
    }

    @Override
    public String toTraceId() {
      return traceId;
    }

    @Override
    public String toSpanId() {
      return spanId;
    }

    @Override
    public Iterable<Map.Entry<String, String>> baggageItems() {
      return List.of();
    }
  }

  private final class Active implements Scope {
    private final Span span;
    private final @Nullable Active before;
    private final Thread thread = Thread.currentThread();
    private boolean isClosed;

    Active(Span span, @Nullable Active before) {
      this.span = span;
      this.before = before;
    }

    @Override
    public void close() {
      if (Thread.currentThread() != thread) {
        violated("scope closed on another thread", span);
      } else if (isClosed) {
        violated("scope closed twice", span);
      } else {
        if (ACTIVE.get() != this) {
          violated("scope closed out of order", span);
        }
        isClosed = true;
        if (before == null) {
          ACTIVE.remove();
        } else {
          ACTIVE.set(before);
        }
        scopes.computeIfPresent(thread, (t, count) -> count == 1 ? null : count - 1);
      }
    }
  }
}
