// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.jersey;

import io.github.jaxrstracing.client.TracedClient;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.glassfish.jersey.InjectionManagerProvider;
import org.glassfish.jersey.client.ClientAsyncExecutor;
import org.glassfish.jersey.client.spi.PostInvocationInterceptor;
import org.glassfish.jersey.client.spi.PostInvocationInterceptor.ExceptionContext;
import org.glassfish.jersey.client.spi.PreInvocationInterceptor;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.internal.inject.Providers;
import org.glassfish.jersey.internal.inject.ServiceHolder;
import org.glassfish.jersey.spi.ExecutorServiceProvider;

/** What is registered on a client of Jersey. */
final class JerseyComponents {
  private JerseyComponents() {}

  /** Fails with a {@link LinkageError} unless this Jersey has all that the components use. */
  static void verify() {
    Class<?> request = ClientRequestContext.class;
    Class<?> executor = ExecutorService.class;
    Objects.requireNonNull(ClientAsyncExecutor.class);
    has(void.class, PreInvocationInterceptor.class, "beforeRequest", request);
    Class<PostInvocationInterceptor> post = PostInvocationInterceptor.class;
    has(void.class, post, "afterRequest", request, ClientResponseContext.class);
    has(void.class, post, "onException", request, ExceptionContext.class);
    has(Deque.class, ExceptionContext.class, "getThrowables");
    has(Optional.class, ExceptionContext.class, "getResponseContext");
    has(executor, ExecutorServiceProvider.class, "getExecutorService");
    has(void.class, ExecutorServiceProvider.class, "dispose", executor);
    Class<InjectionManager> manager = InjectionManager.class;
    has(manager, InjectionManagerProvider.class, "getInjectionManager", FeatureContext.class);
    has(List.class, manager, "getAllServiceHolders", Class.class, Annotation[].class);
    has(Iterable.class, Providers.class, "getAllProviders", manager, Class.class);
    has(Object.class, ServiceHolder.class, "getInstance");
  }

  private static void has(Class<?> result, Class<?> type, String method, Class<?>... parameters) {
    try {
      if (type.getMethod(method, parameters).getReturnType() == result) {
        return;
      }
    } catch (NoSuchMethodException e) {
      // Told below, as of one with another result.
    }
    throw new NoSuchMethodError(type.getName() + '.' + method);
  }

  static void register(FeatureContext context, TracedClient client) {
    InjectionManager injectionManager = InjectionManagerProvider.getInjectionManager(context);
    Callers callers = new Callers(client);
    context.register(new CallInterceptor(client, callers));
    context.register(new RxInvokers(injectionManager, callers));
    if (!hasOwnExecutor(context.getConfiguration())) {
      context.register(new CallbackExecutor(injectionManager, client, callers));
    }
  }

  // ClientBuilder.executorService is not seen here, but Jersey prefers it to all providers.
  private static boolean hasOwnExecutor(Configuration configuration) {
    return configuration.getClasses().stream()
            .anyMatch(ExecutorServiceProvider.class::isAssignableFrom)
        || configuration.getInstances().stream()
            .anyMatch(ExecutorServiceProvider.class::isInstance);
  }
}
