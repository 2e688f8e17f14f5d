// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A tracer with one method, or one of what it returns, that fails. */
final class FailingTracer {
  enum Fault {
    THROWS,
    RETURNS_NULL
  }

  /** All that a call may use, as {@code Type.method}. */
  static final List<String> METHODS =
      List.of(
          "Tracer.buildSpan",
          "Tracer.activeSpan",
          "Tracer.activateSpan",
          "Tracer.inject",
          "SpanBuilder.ignoreActiveSpan",
          "SpanBuilder.withStartTimestamp",
          "SpanBuilder.addReference",
          "SpanBuilder.withTag",
          "SpanBuilder.start",
          "Span.context",
          "Span.setTag",
          "Span.finish",
          "Scope.close");

  private final AtomicInteger calls = new AtomicInteger();
  private final Queue<Span> unfinished = new ConcurrentLinkedQueue<>();
  private final String failing;
  private final Fault fault;
  private final Tracer tracer;

  FailingTracer(Tracer real, String failing, Fault fault) {
    this.failing = failing;
    this.fault = fault;
    this.tracer = wrap(Tracer.class, real);
  }

  Tracer tracer() {
    return tracer;
  }

  /** How often the failing method was called. */
  int calls() {
    return calls.get();
  }

  /** Finishes the spans whose finishing failed, so that tests can go on counting. */
  void finishTheRest() {
    unfinished.forEach(Span::finish);
  }

  private <T> T wrap(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new Wrapper(type, real)));
  }

  private final class Wrapper implements InvocationHandler {
    private final Class<?> type;
    private final Object real;

    private Wrapper(Class<?> type, Object real) {
      this.type = type;
      this.real = real;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (failing.equals(type.getSimpleName() + '.' + method.getName())) {
        return fail();
      }
      try {
        Object result = method.invoke(real, unwrapped(arguments));
        if (result instanceof Tracer.SpanBuilder builder) {
          return wrap(Tracer.SpanBuilder.class, builder);
        }
        if (result instanceof Span span) {
          return wrap(Span.class, span);
        }
        return result instanceof Scope scope ? wrap(Scope.class, scope) : result;
      } catch (InvocationTargetException e) {
        throw e.getCause() == null ? e : e.getCause();
      }
    }

    private @Nullable Object fail() {
      calls.incrementAndGet();
      if (real instanceof Scope scope) {
        scope.close();
      }
      if (failing.equals("Span.finish") && real instanceof Span span) {
        unfinished.add(span);
      }
      if (fault == Fault.THROWS) {
        throw new IllegalStateException("by the tracer");
      }
      return null;
    }
  }

  private static Object @Nullable [] unwrapped(Object @Nullable [] arguments) {
    Object[] real = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < real.length; i++) {
      if (real[i] != null
          && Proxy.isProxyClass(real[i].getClass())
          && Proxy.getInvocationHandler(real[i]) instanceof Wrapper wrapper) {
        real[i] = wrapper.real;
      }
    }
    return real;
  }
}
