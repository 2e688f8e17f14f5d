// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import io.github.jaxrstracing.server.FilterPair;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Member;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.ResourceMethodRegistry;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.interception.jaxrs.PostMatchContainerRequestContext;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.spi.AsyncResponseProvider;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.ResourceInvoker;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jspecify.annotations.Nullable;

/** Puts the hooks into one RESTEasy application that is about to be deployed. */
final class RestEasyApplication {
  private RestEasyApplication() {}

  static void install(FeatureContext context, FilterPair pair) throws ReflectiveOperationException {
    members();
    ResteasyDeployment deployment = ResteasyContext.getContextData(ResteasyDeployment.class);
    SynchronousDispatcher dispatcher = replaceable(deployment);
    RestEasyModel model = new RestEasyModel(pair, application(deployment));
    TracingDispatcher tracing = new TracingDispatcher(dispatcher, pair, model);
    TracedStages stages = new TracedStages(stageProvider(context));
    context.register(model);
    context.register(stages);
    context.register(new MatchFilter());
    context.register(new SinkFilter());
    context.register(new AnswerFilter());
    deployment.setDispatcher(tracing);
  }

  /**
   * What is overridden and called of RESTEasy's own classes: no request may find one missing.
   *
   * @throws NoSuchMethodException when one is missing
   * @throws NoSuchFieldException when one is missing
   */
  private static List<Member> members() throws ReflectiveOperationException {
    Class<?> dispatcher = SynchronousDispatcher.class;
    Class<?> request = HttpRequest.class;
    Class<?> response = HttpResponse.class;
    Class<?> consumer = Consumer.class;
    Class<?> throwable = Throwable.class;
    return List.of(
        dispatcher.getMethod("invoke", request, response),
        dispatcher.getMethod("invokePropagateNotFound", request, response),
        dispatcher.getMethod("invoke", request, response, ResourceInvoker.class),
        dispatcher.getDeclaredMethod("writeResponse", request, response, Response.class),
        dispatcher.getMethod("writeException", request, response, throwable, consumer),
        dispatcher.getMethod("asynchronousDelivery", request, response, Response.class, consumer),
        dispatcher.getMethod(
            "asynchronousExceptionDelivery", request, response, throwable, consumer),
        dispatcher.getDeclaredField("defaultContextObjects"),
        dispatcher.getDeclaredField("unwrappedExceptions"),
        dispatcher.getConstructor(ResteasyProviderFactory.class, ResourceMethodRegistry.class),
        PreMatchContainerRequestContext.class.getConstructor(
            request, ContainerRequestFilter[].class, Supplier.class),
        PostMatchContainerRequestContext.class.getMethod("getResourceMethod"),
        ResourceMethodInvoker.class.getMethod("getResourceClass"),
        ResourceMethodInvoker.class.getMethod("getMethod"),
        ResourceMethodInvoker.class.getMethod("isSse"),
        ResourceMethodInvoker.class.getMethod("isAsyncStreamProvider"));
  }

  /** The dispatcher that will serve the application, as long as it does so in the usual way. */
  private static SynchronousDispatcher replaceable(@Nullable ResteasyDeployment deployment)
      throws ReflectiveOperationException {
    if (deployment == null) {
      throw new ReflectiveOperationException("RESTEasy does not tell which application it deploys");
    }
    if (ResteasyContext.getContextData(Application.class) != deployment.getApplication()) {
      // A listener has deployed another application, whose dispatcher the servlet knows already.
      throw new ReflectiveOperationException("the dispatcher was started before the application");
    }
    Object dispatcher = deployment.getDispatcher();
    if (dispatcher == null
        || dispatcher.getClass() != SynchronousDispatcher.class
        || !(deployment.getDispatcher().getRegistry() instanceof ResourceMethodRegistry)) {
      throw new ReflectiveOperationException("the application has a dispatcher of its own");
    }
    return (SynchronousDispatcher) dispatcher;
  }

  private static Class<?> application(ResteasyDeployment deployment) {
    Application application = deployment.getApplication();
    return application == null ? Application.class : application.getClass();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // RESTEasy asks by the raw type
  private static AsyncResponseProvider<CompletionStage<?>> stageProvider(FeatureContext context)
      throws ReflectiveOperationException {
    AsyncResponseProvider provider =
        ((ResteasyProviderFactory) context.getConfiguration())
            .getAsyncResponseProvider(CompletionStage.class);
    if (provider == null) {
      throw new ReflectiveOperationException("RESTEasy has no provider for stages");
    }
    return provider;
  }
}
