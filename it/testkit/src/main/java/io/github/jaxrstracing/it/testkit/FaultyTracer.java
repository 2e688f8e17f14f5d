// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import io.opentracing.Tracer;
import java.util.List;
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
    this.tracer = new CallPoints(this::intercept).wrap(Tracer.class, tracer);
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

  private @Nullable Object intercept(String point, CallPoints.Call call) throws Throwable {
    return point.equals(broken) ? CallPoints.fail(point, call, this::fail) : call.proceed();
  }

  private @Nullable Object fail() {
    calls.incrementAndGet();
    return switch (fault) {
      case THROWS -> throw new IllegalStateException(broken + " by the tracer");
      case THROWS_ERROR -> throw new NoSuchMethodError(broken + " by the tracer");
      case RETURNS_NULL -> null;
    };
  }
}
