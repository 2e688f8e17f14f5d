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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands between the library and what it calls: each call may be made to fail. */
public final class CallPoints {
  /** Makes a call, or lets it fail. */
  @FunctionalInterface
  public interface Interceptor {
    /**
     * One call.
     *
     * @param point where it goes, such as {@code Span.finish}
     * @param call makes it
     * @return what the caller gets
     * @throws Throwable what the caller gets
     */
    @Nullable Object intercept(String point, Call call) throws Throwable;
  }

  /** A call that goes where it should. */
  @FunctionalInterface
  public interface Call {
    /** Makes the call. */
    @Nullable Object proceed() throws Throwable;
  }

  private static final Set<Class<?>> WRAPPED =
      Set.of(Tracer.SpanBuilder.class, Span.class, SpanContext.class, Scope.class);

  // These do their work before they fail, so that no more is broken than a guard can know of.
  private static final Set<String> FAILING_AFTERWARDS = Set.of("Scope.close", "Span.finish");

  private final Interceptor interceptor;

  /** Hands all calls to this one. */
  public CallPoints(Interceptor interceptor) {
    this.interceptor = interceptor;
  }

  /** Lets a call fail: instead of its work, or after it where nobody else could do that. */
  public static @Nullable Object fail(String point, Call call, Call failure) throws Throwable {
    if (FAILING_AFTERWARDS.contains(point)) {
      call.proceed();
    }
    return failure.proceed();
  }

  /** The same, intercepted; and what a tracer returns with it. */
  public <T> T wrap(Class<T> type, T target) {
    return wrap(type, type.getSimpleName(), target);
  }

  /** The same under another name than that of its type. */
  public <T> T wrap(Class<T> type, String name, T target) {
    return type.cast(proxy(type, name, target));
  }

  private Object proxy(Class<?> type, String name, Object target) {
    return Proxy.newProxyInstance(
        CallPoints.class.getClassLoader(), new Class<?>[] {type}, new Handler(target, name));
  }

  private final class Handler implements InvocationHandler {
    private final Object target;
    private final String name;

    private Handler(Object target, String name) {
      this.target = target;
      this.name = name;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getDeclaringClass() == Object.class) {
        return proceed(method, arguments);
      }
      return interceptor.intercept(name + '.' + method.getName(), () -> proceed(method, arguments));
    }

    private @Nullable Object proceed(Method method, Object @Nullable [] arguments)
        throws Throwable {
      Object result;
      try {
        result = method.invoke(target, unwrapped(arguments));
      } catch (InvocationTargetException e) {
        throw Objects.requireNonNull(e.getCause());
      }
      Class<?> type = method.getReturnType();
      return result != null && WRAPPED.contains(type)
          ? proxy(type, type.getSimpleName(), result)
          : result;
    }
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
          && Proxy.getInvocationHandler(plain[i]) instanceof Handler handler) {
        plain[i] = handler.target;
      }
    }
    return plain;
  }
}
