// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The path templates of MicroProfile Rest Clients: the only client that tells what it was made of.
 */
final class RestClientRoutes {
  // MicroProfile Rest Client 3.0, "Provider Declaration": filters find the method here.
  private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

  private final Map<Method, String> kept = new ConcurrentHashMap<>();

  /** The template that this call's path was made from, or null when it is not known. */
  @Nullable String of(ClientRequestContext request) {
    return request.getProperty(INVOKED_METHOD) instanceof Method method
        ? kept.computeIfAbsent(method, RestClientRoutes::template)
        : null;
  }

  private static String template(Method method) {
    String route = segment(method.getDeclaringClass().getAnnotation(Path.class));
    route += segment(method.getAnnotation(Path.class));
    return route.isEmpty() ? "/" : route;
  }

  private static String segment(@Nullable Path path) {
    if (path == null) {
      return "";
    }
    String segment = path.value();
    while (segment.startsWith("/")) {
      segment = segment.substring(1);
    }
    while (segment.endsWith("/")) {
      segment = segment.substring(0, segment.length() - 1);
    }
    return segment.isEmpty() ? "" : '/' + segment;
  }
}
