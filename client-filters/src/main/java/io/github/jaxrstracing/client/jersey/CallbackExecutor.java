// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.jersey;

import io.github.jaxrstracing.client.TracedClient;
import java.util.concurrent.ExecutorService;
import org.glassfish.jersey.client.ClientAsyncExecutor;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.internal.inject.ServiceHolder;
import org.glassfish.jersey.spi.ExecutorServiceProvider;

/**
 * Lets the callbacks of {@code async()} and {@code rx()} see the caller's span: puts {@link
 * CallerSpanExecutor} before the executor that Jersey uses when the application gave none. It has
 * no threads of its own; those are still Jersey's, made when first needed and ended with the
 * client.
 */
@ClientAsyncExecutor
final class CallbackExecutor implements ExecutorServiceProvider {
  private final InjectionManager injectionManager;
  private final TracedClient client;
  private final Callers callers;

  CallbackExecutor(InjectionManager injectionManager, TracedClient client, Callers callers) {
    this.injectionManager = injectionManager;
    this.client = client;
    this.callers = callers;
  }

  @Override
  public ExecutorService getExecutorService() {
    return new CallerSpanExecutor(replaced().getExecutorService(), client, callers);
  }

  @Override
  public void dispose(ExecutorService executor) {
    if (executor instanceof CallerSpanExecutor ours) {
      replaced().dispose(ours.executor());
    }
  }

  // A provider that another feature registered later than this one goes before Jersey's own.
  private ExecutorServiceProvider replaced() {
    ExecutorServiceProvider byDefault = null;
    for (ServiceHolder<ExecutorServiceProvider> holder :
        injectionManager.getAllServiceHolders(ExecutorServiceProvider.class)) {
      ExecutorServiceProvider provider = holder.getInstance();
      if (provider instanceof CallbackExecutor) {
        continue;
      }
      if (!provider.getClass().getName().startsWith("org.glassfish.jersey.")) {
        return provider;
      }
      byDefault = provider;
    }
    if (byDefault == null) {
      throw new IllegalStateException("Jersey has no executor for asynchronous calls.");
    }
    return byDefault;
  }
}
