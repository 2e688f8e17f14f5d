// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracedAnnotations;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Passes on to the client span what the interface of a MicroProfile Rest Client says of it. */
@Priority(Integer.MIN_VALUE)
final class RestClientFilter implements ClientRequestFilter {
  // Set by every MicroProfile Rest Client, see "Access to the invoked method" in its specification.
  private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

  private final Class<?> serviceInterface;
  private final TracedAnnotations annotations;
  private final Map<Method, Optional<Traced>> kept = new ConcurrentHashMap<>();

  RestClientFilter(Class<?> serviceInterface, TracedAnnotations annotations) {
    this.serviceInterface = serviceInterface;
    this.annotations = annotations;
  }

  @Override
  public void filter(ClientRequestContext request) {
    if (!(request.getProperty(INVOKED_METHOD) instanceof Method method)) {
      return;
    }
    Optional<Traced> annotation =
        kept.computeIfAbsent(
            method, invoked -> Optional.ofNullable(annotations.of(serviceInterface, invoked)));
    annotation.ifPresent(traced -> apply(traced, request));
  }

  private static void apply(Traced traced, ClientRequestContext request) {
    if (!traced.value()) {
      request.setProperty(ClientTracingFeature.TRACED, false);
    } else if (!traced.operationName().isEmpty()) {
      request.setProperty(ClientTracingFeature.OPERATION_NAME, traced.operationName());
    }
  }
}
