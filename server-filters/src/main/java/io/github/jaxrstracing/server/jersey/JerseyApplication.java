// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.Connection;
import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.MatchedMethod;
import io.github.jaxrstracing.server.RequestTrace;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Application;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Tracing of one Jersey application. It listens first, since Jersey tells the listeners after one
 * that throws nothing, not even that the request has ended.
 */
@Priority(Integer.MIN_VALUE)
final class JerseyApplication implements ApplicationEventListener {
  private final FilterPair pair;
  private final Connection connection;
  private final InjectionManager injectionManager;
  private final boolean forwards404;

  // Weak: a request that nobody can answer any more must not be kept here for ever.
  private final Set<RequestTrace> suspended =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  JerseyApplication(
      FilterPair pair,
      Connection connection,
      InjectionManager injectionManager,
      boolean forwards404) {
    this.pair = pair;
    this.connection = connection;
    this.injectionManager = injectionManager;
    this.forwards404 = forwards404;
  }

  FilterPair pair() {
    return pair;
  }

  Connection connection() {
    return connection;
  }

  InjectionManager injectionManager() {
    return injectionManager;
  }

  /**
   * Whether the container asks others when the status is 404, because Jersey runs as a filter that
   * is configured so.
   */
  boolean forwards404() {
    return forwards404;
  }

  /** The requests that wait for somebody to answer them. */
  Set<RequestTrace> suspended() {
    return suspended;
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    switch (event.getType()) {
      case INITIALIZATION_START -> pair.deploying(applicationClass(event.getResourceConfig()));
      case INITIALIZATION_APP_FINISHED -> {
        List<MatchedMethod> methods = new ArrayList<>();
        describe(event.getResourceModel().getResources(), methods);
        pair.deployed(applicationClass(event.getResourceConfig()), methods);
      }
      case DESTROY_FINISHED -> List.copyOf(suspended).forEach(JerseyApplication::abandon);
      default -> {}
    }
  }

  // Whoever answers it now answers to nobody.
  private static void abandon(RequestTrace trace) {
    trace.bodyFailed(new IllegalStateException("The application was stopped before it answered."));
    trace.ended(0, false);
  }

  private static Class<?> applicationClass(ResourceConfig config) {
    Application application = config;
    while (application instanceof ResourceConfig wrapper
        && wrapper.getApplication() != null
        && wrapper.getApplication() != application) {
      application = wrapper.getApplication();
    }
    return application.getClass();
  }

  private static void describe(List<Resource> resources, List<MatchedMethod> methods) {
    for (Resource resource : resources) {
      for (ResourceMethod method : resource.getAllMethods()) {
        if (!method.isExtended()) {
          methods.add(JerseyMethods.deployed(method));
        }
      }
      if (resource.getResourceLocator() != null) {
        methods.add(JerseyMethods.locator(resource.getResourceLocator()));
      }
      describe(resource.getChildResources(), methods);
    }
  }

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent event) {
    try {
      return pair.isOn() ? arrived(event.getContainerRequest()) : null;
    } catch (Throwable t) {
      pair.guard().caught("Tracing a request", t);
      return null;
    }
  }

  private JerseyRequest arrived(ContainerRequest request) {
    JerseyRequest arrived = new JerseyRequest(this, request);
    if (pair.isDispatched(request)) {
      arrived.isDispatched();
    }
    return arrived;
  }
}
