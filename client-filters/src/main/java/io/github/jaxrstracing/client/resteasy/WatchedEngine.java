// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.CallTrace;
import io.github.jaxrstracing.client.TracedClient;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jspecify.annotations.Nullable;

/**
 * What an invocation has for its client: the same one, but that its engine tells what it throws.
 * While a thread is in the engine it is given the engine itself, since RESTEasy's own asks its
 * client for it and casts it to its class.
 */
final class WatchedEngine implements InvocationHandler {
  private final ResteasyClient sender;
  private final TracedClient client;
  private final Set<Thread> sending = ConcurrentHashMap.newKeySet();

  private WatchedEngine(ResteasyClient sender, TracedClient client) {
    this.sender = sender;
    this.client = client;
  }

  /** The client itself, watched or not. */
  static ResteasyClient sender(ResteasyClient client) {
    return Proxy.isProxyClass(client.getClass())
            && Proxy.getInvocationHandler(client) instanceof WatchedEngine watched
        ? watched.sender
        : client;
  }

  static ResteasyClient watch(ResteasyClient sender, TracedClient client) {
    return (ResteasyClient)
        Proxy.newProxyInstance(
            ResteasyClient.class.getClassLoader(),
            new Class<?>[] {ResteasyClient.class},
            new WatchedEngine(sender, client));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("httpEngine") && !sending.contains(Thread.currentThread())) {
      return watched(sender.httpEngine());
    }
    return call(method, sender, arguments);
  }

  private Object watched(ClientHttpEngine engine) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> type = engine.getClass(); type != null; type = type.getSuperclass()) {
      interfaces.addAll(Set.of(type.getInterfaces()));
    }
    return Proxy.newProxyInstance(
        engine.getClass().getClassLoader(),
        interfaces.toArray(new Class<?>[0]),
        (proxy, method, arguments) ->
            arguments != null
                    && arguments.length > 0
                    && arguments[0] instanceof ClientInvocation invocation
                ? send(method, engine, arguments, invocation)
                : call(method, engine, arguments));
  }

  private @Nullable Object send(
      Method method, ClientHttpEngine engine, Object[] arguments, ClientInvocation invocation)
      throws Throwable {
    CallTrace trace = Calls.sent(invocation);
    sending.add(Thread.currentThread());
    try {
      Object result = call(method, engine, arguments);
      if (result instanceof CompletionStage<?> answer) {
        watch(answer, invocation, trace);
      }
      return result;
    } catch (Throwable t) {
      failed(invocation, trace, t);
      throw t;
    } finally {
      sending.remove(Thread.currentThread());
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what depends on it is told, not asked
  private void watch(
      CompletionStage<?> answer, ClientInvocation invocation, @Nullable CallTrace trace) {
    answer.whenComplete(
        (ignored, thrown) -> {
          if (thrown != null) {
            failed(invocation, trace, thrown);
          }
        });
  }

  private void failed(ClientInvocation invocation, @Nullable CallTrace trace, Throwable thrown) {
    try {
      if (trace != null) {
        client.endWithFailure(trace, thrown, null);
        Calls.remove(invocation, trace);
      }
    } catch (Throwable t) {
      client.guard().caught("Tracing a call that failed", t);
    }
  }

  private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }
}
