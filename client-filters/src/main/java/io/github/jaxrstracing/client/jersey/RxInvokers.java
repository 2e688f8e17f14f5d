// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.jersey;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.RxInvoker;
import jakarta.ws.rs.client.RxInvokerProvider;
import jakarta.ws.rs.client.SyncInvoker;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.internal.inject.Providers;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the providers of the application, on the thread that calls {@code rx(Class)}: from
 * then on only the invoker of the application knows on which thread the call is made. Jersey's
 * {@code InvocationBuilderListener} will not do: Jersey calls it for the first request of a client
 * alone.
 */
@Priority(Integer.MIN_VALUE)
final class RxInvokers implements RxInvokerProvider<RxInvoker<?>> {
  private final InjectionManager injectionManager;
  private final Callers callers;

  /** Whom a thread has just been sent to: Jersey asks for the invoker next, without its class. */
  private final Map<Thread, RxInvokerProvider<?>> chosen = new ConcurrentHashMap<>();

  RxInvokers(InjectionManager injectionManager, Callers callers) {
    this.injectionManager = injectionManager;
    this.callers = callers;
  }

  @Override
  public boolean isProviderFor(Class<?> invoker) {
    RxInvokerProvider<?> provider = find(invoker);
    if (provider == null) {
      return false;
    }
    chosen.put(Thread.currentThread(), provider);
    return true;
  }

  private @Nullable RxInvokerProvider<?> find(Class<?> invoker) {
    for (RxInvokerProvider<?> provider :
        Providers.getAllProviders(injectionManager, RxInvokerProvider.class)) {
      if (!(provider instanceof RxInvokers) && provider.isProviderFor(invoker)) {
        return provider;
      }
    }
    return null;
  }

  @Override
  public @Nullable RxInvoker<?> getRxInvoker(SyncInvoker request, ExecutorService executor) {
    RxInvokerProvider<?> provider = chosen.remove(Thread.currentThread());
    callers.rememberCaller(request);
    return provider == null ? null : provider.getRxInvoker(request, executor);
  }
}
