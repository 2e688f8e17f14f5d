// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Makes what a user gives the library fail: some calls, by a plan that can be repeated. */
final class Chaos {
  /** How a call fails. */
  enum Fault {
    THROWS,
    ASSERTION_ERROR,
    LINKAGE_ERROR,
    STACK_OVERFLOW,
    RETURNS_NULL,
    BLOCKS,
    CALLS_BACK
  }

  /**
   * Which calls fail.
   *
   * @param seed decides which of them
   * @param point the method; null for all
   * @param fault how; null for all
   * @param percent of the calls
   */
  record Plan(long seed, @Nullable String point, @Nullable Fault fault, int percent) {}

  private static final ThreadLocal<Boolean> CALLING_BACK = new ThreadLocal<>();
  private static final Set<Class<?>> WRAPPED =
      Set.of(Tracer.SpanBuilder.class, Span.class, SpanContext.class, Scope.class);

  // These do their work before they fail, so that no more is broken than a guard can know of.
  private static final Set<String> FAILING_AFTERWARDS = Set.of("Scope.close", "Span.finish");

  private final Map<String, AtomicInteger> points = new ConcurrentSkipListMap<>();
  private final Map<Fault, AtomicLong> done = new ConcurrentHashMap<>();
  private volatile @Nullable Plan plan;
  private volatile Runnable callBack = () -> {};

  /** What a call into the client is. */
  void callBackBy(Runnable call) {
    callBack = call;
  }

  /** Follows a plan from its beginning; null for none. */
  void follow(@Nullable Plan next) {
    points.values().forEach(calls -> calls.set(0));
    plan = next;
  }

  /** The methods that were called so far. */
  Set<String> points() {
    return new TreeSet<>(points.keySet());
  }

  /** How many calls failed in which way. */
  Map<Fault, AtomicLong> done() {
    return done;
  }

  /** The same, failing as planned. */
  <T> T wrap(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            Chaos.class.getClassLoader(),
            new Class<?>[] {type},
            new Wrapper(target, type.getSimpleName())));
  }

  /** The same under another name than that of its type. */
  <T> T wrap(Class<T> type, String name, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            Chaos.class.getClassLoader(), new Class<?>[] {type}, new Wrapper(target, name)));
  }

  private final class Wrapper implements InvocationHandler {
    private final Object target;
    private final String name;

    private Wrapper(Object target, String name) {
      this.target = target;
      this.name = name;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      String point = name + '.' + method.getName();
      boolean isOfObject = method.getDeclaringClass() == Object.class;
      Fault fault = isOfObject ? null : planned(point);
      if (fault != null && !FAILING_AFTERWARDS.contains(point) && fails(fault)) {
        return fail(fault, point);
      }
      Object result;
      try {
        result = method.invoke(target, unwrapped(arguments));
      } catch (InvocationTargetException e) {
        throw Objects.requireNonNull(e.getCause());
      }
      if (fault != null && FAILING_AFTERWARDS.contains(point) && fails(fault)) {
        return fail(fault, point);
      }
      return result == null ? null : rewrapped(method.getReturnType(), result);
    }
  }

  private Object rewrapped(Class<?> type, Object result) {
    return WRAPPED.contains(type)
        ? Proxy.newProxyInstance(
            Chaos.class.getClassLoader(),
            new Class<?>[] {type},
            new Wrapper(result, type.getSimpleName()))
        : result;
  }

  private @Nullable Fault planned(String point) {
    int call = points.computeIfAbsent(point, p -> new AtomicInteger()).getAndIncrement();
    Plan current = plan;
    if (current == null
        || CALLING_BACK.get() != null
        || (current.point() != null && !current.point().equals(point))) {
      return null;
    }
    SplittableRandom random =
        new SplittableRandom(current.seed() * 31 + point.hashCode() + call * 7_919L);
    if (random.nextInt(100) >= current.percent()) {
      return null;
    }
    Fault[] all = Fault.values();
    return current.fault() != null ? current.fault() : all[random.nextInt(all.length)];
  }

  /** Does what is no failure by itself; whether the call fails. */
  private boolean fails(Fault fault) {
    done.computeIfAbsent(fault, f -> new AtomicLong()).incrementAndGet();
    switch (fault) {
      case BLOCKS -> LockSupport.parkNanos(3_000_000);
      case CALLS_BACK -> callBackOnce();
      default -> {
        return true;
      }
    }
    return false;
  }

  // What is called back would call back itself.
  private void callBackOnce() {
    CALLING_BACK.set(true);
    try {
      callBack.run();
    } finally {
      CALLING_BACK.remove();
    }
  }

  private static @Nullable Object fail(Fault fault, String point) {
    return switch (fault) {
      case THROWS -> throw new IllegalStateException(point);
      case ASSERTION_ERROR -> throw new AssertionError(point);
      case LINKAGE_ERROR -> throw new NoSuchMethodError(point);
      case STACK_OVERFLOW -> deeper(1);
      default -> null;
    };
  }

  @SuppressWarnings("InfiniteRecursion") // until the stack is full
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
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
