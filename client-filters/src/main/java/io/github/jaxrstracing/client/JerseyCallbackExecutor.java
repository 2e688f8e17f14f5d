// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.util.concurrent.ExecutorService;
import org.glassfish.jersey.InjectionManagerProvider;
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
final class JerseyCallbackExecutor implements ExecutorServiceProvider {
  private final InjectionManager injectionManager;
  private final CallFilter filter;

  private JerseyCallbackExecutor(InjectionManager injectionManager, CallFilter filter) {
    this.injectionManager = injectionManager;
    this.filter = filter;
  }

  static void register(FeatureContext context, CallFilter filter) {
    if (hasOwnExecutor(context.getConfiguration())) {
      return;
    }
    InjectionManager injectionManager = InjectionManagerProvider.getInjectionManager(context);
    context.register(new JerseyCallbackExecutor(injectionManager, filter));
  }

  // ClientBuilder.executorService is not seen here, but Jersey prefers it to all providers.
  private static boolean hasOwnExecutor(Configuration configuration) {
    return configuration.getClasses().stream()
            .anyMatch(ExecutorServiceProvider.class::isAssignableFrom)
        || configuration.getInstances().stream()
            .anyMatch(ExecutorServiceProvider.class::isInstance);
  }

  @Override
  public ExecutorService getExecutorService() {
    return new CallerSpanExecutor(replaced().getExecutorService(), filter);
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
      if (provider instanceof JerseyCallbackExecutor) {
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
