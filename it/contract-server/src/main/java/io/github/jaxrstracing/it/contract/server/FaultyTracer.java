// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tracer of which one method fails; all it returns is wrapped to the same end. */
final class FaultyTracer implements InvocationHandler {
  /** How a method fails. */
  enum Fault {
    THROWS,
    THROWS_ERROR,
    RETURNS_NULL
  }

  private static final Set<Class<?>> WRAPPED =
      Set.of(Tracer.SpanBuilder.class, Span.class, SpanContext.class, Scope.class);

  // These do their work before they fail, so that no more is broken than a guard can know of.
  private static final Set<String> FAILING_AFTERWARDS = Set.of("Scope.close", "Span.finish");

  private final Object target;
  private final String broken;
  private final Fault fault;

  private FaultyTracer(Object target, String broken, Fault fault) {
    this.target = target;
    this.broken = broken;
    this.fault = fault;
  }

  /** Breaks a method, such as {@code Span.finish}, of a tracer. */
  static Tracer of(Tracer tracer, String broken, Fault fault) {
    return (Tracer) wrap(Tracer.class, new FaultyTracer(tracer, broken, fault));
  }

  private static Object wrap(Class<?> type, FaultyTracer handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    String name = method.getDeclaringClass().getSimpleName() + '.' + method.getName();
    boolean isBroken = name.equals(broken);
    if (isBroken && !FAILING_AFTERWARDS.contains(name)) {
      return fail(name);
    }
    Object result;
    try {
      result = method.invoke(target, unwrapped(arguments));
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    if (isBroken) {
      return fail(name);
    }
    Class<?> type = method.getReturnType();
    return result != null && WRAPPED.contains(type)
        ? wrap(type, new FaultyTracer(result, broken, fault))
        : result;
  }

  private @Nullable Object fail(String name) {
    return switch (fault) {
      case THROWS -> throw new IllegalStateException(name);
      case THROWS_ERROR -> throw new NoSuchMethodError(name);
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
          && Proxy.getInvocationHandler(plain[i]) instanceof FaultyTracer faulty) {
        plain[i] = faulty.target;
      }
    }
    return plain;
  }
}
