// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** A tracer of which one method, or one of what it returns, fails. */
public final class FaultyTracer {
  /** How the method fails. */
  public enum Fault {
    THROWS,
    THROWS_ERROR,
    RETURNS_NULL
  }

  private static final Set<Class<?>> WRAPPED =
      Set.of(Tracer.SpanBuilder.class, Span.class, SpanContext.class, Scope.class);

  // These do their work before they fail, so that no more is broken than a guard can know of.
  private static final Set<String> FAILING_AFTERWARDS = Set.of("Scope.close", "Span.finish");

  private final AtomicInteger calls = new AtomicInteger();
  private final Tracer tracer;
  private final String broken;
  private final Fault fault;

  /**
   * Breaks one method.
   *
   * @param tracer does the work of all others
   * @param broken the method, such as {@code Span.finish}
   * @param fault what it does instead
   */
  public FaultyTracer(Tracer tracer, String broken, Fault fault) {
    this.broken = broken;
    this.fault = fault;
    this.tracer = (Tracer) wrap(Tracer.class, tracer);
  }

  /** Each of these methods with each fault, for a parameterized test. */
  public static Stream<Arguments> everyFaultOf(List<String> methods) {
    return methods.stream()
        .flatMap(method -> Stream.of(Fault.values()).map(fault -> Arguments.of(method, fault)));
  }

  /** The tracer that fails. */
  public Tracer tracer() {
    return tracer;
  }

  /** How often the broken method was called. */
  public int calls() {
    return calls.get();
  }

  private Object wrap(Class<?> type, Object target) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new Wrapper(target));
  }

  private final class Wrapper implements InvocationHandler {
    private final Object target;

    private Wrapper(Object target) {
      this.target = target;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      String name = method.getDeclaringClass().getSimpleName() + '.' + method.getName();
      boolean isBroken = name.equals(broken);
      if (isBroken && !FAILING_AFTERWARDS.contains(name)) {
        return fail();
      }
      Object result;
      try {
        result = method.invoke(target, unwrapped(arguments));
      } catch (InvocationTargetException e) {
        throw Objects.requireNonNull(e.getCause());
      }
      if (isBroken) {
        return fail();
      }
      Class<?> type = method.getReturnType();
      return result != null && WRAPPED.contains(type) ? wrap(type, result) : result;
    }
  }

  private @Nullable Object fail() {
    calls.incrementAndGet();
    return switch (fault) {
      case THROWS -> throw new IllegalStateException(broken + " by the tracer");
      case THROWS_ERROR -> throw new NoSuchMethodError(broken + " by the tracer");
      case RETURNS_NULL -> null;
    };
  }

  // Tracers refuse spans and contexts that are not their own.
  private static Object @Nullable [] unwrapped(Object @Nullable [] arguments) {
    if (arguments == null) {
      return null;
    }
    Object[] plain = arguments.clone();
    for (int i = 0; i < plain.length; i++) {
      if (plain[i] != null
          && Proxy.isProxyClass(plain[i].getClass())
          && Proxy.getInvocationHandler(plain[i]) instanceof Wrapper wrapper) {
        plain[i] = wrapper.target;
      }
    }
    return plain;
  }
}
