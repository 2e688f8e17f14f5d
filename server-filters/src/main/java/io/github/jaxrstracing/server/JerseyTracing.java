// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Application;
import java.util.List;
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
final class JerseyTracing implements ApplicationEventListener {
  private final ServerSettings settings;
  private final Endpoints endpoints;
  private final Transport transport;

  JerseyTracing(ServerSettings settings, Endpoints endpoints, Transport transport) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.transport = transport;
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    if (event.getType() == ApplicationEvent.Type.INITIALIZATION_APP_FINISHED) {
      endpoints.application(applicationClass(event.getResourceConfig()));
      check(event.getResourceModel().getResources());
    }
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

  // A wrong name in an annotation stops the application now, not a request later.
  private void check(List<Resource> resources) {
    for (Resource resource : resources) {
      for (ResourceMethod method : resource.getAllMethods()) {
        endpoints.check(method);
      }
      if (resource.getResourceLocator() != null) {
        endpoints.check(resource.getResourceLocator());
      }
      check(resource.getChildResources());
    }
  }

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent event) {
    try {
      return settings.http().tracer().get() == null
          ? null
          : new JerseyRequest(settings, endpoints, transport, event.getContainerRequest());
    } catch (Throwable t) {
      settings.guard().caught("Tracing a request", t);
      return null;
    }
  }
}
