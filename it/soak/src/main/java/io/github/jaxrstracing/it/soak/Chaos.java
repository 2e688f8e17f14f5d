// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.testkit.CallPoints;
import java.util.Map;
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
  private final CallPoints calls = new CallPoints(this::intercept);
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
    return calls.wrap(type, target);
  }

  /** The same under another name than that of its type. */
  <T> T wrap(Class<T> type, String name, T target) {
    return calls.wrap(type, name, target);
  }

  private @Nullable Object intercept(String point, CallPoints.Call call) throws Throwable {
    Fault fault = planned(point);
    return fault != null && fails(fault)
        ? CallPoints.fail(point, call, () -> fail(fault, point))
        : call.proceed();
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
}
