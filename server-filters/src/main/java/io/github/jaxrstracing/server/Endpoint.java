// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a resource method, worked out once. */
final class Endpoint {
  final @Nullable Class<?> resourceClass;
  final @Nullable Method resourceMethod;
  final boolean traced;
  final List<RequestTag> requestTags;

  // The last path that was left out: what is left out is mostly one path, such as /health.
  volatile @Nullable String skippedPath;

  private final @Nullable String template;
  private final String operationName;
  private volatile @Nullable Route route;
  private volatile @Nullable Naming naming;

  Endpoint(
      @Nullable Class<?> resourceClass,
      @Nullable Method resourceMethod,
      @Nullable String template,
      boolean traced,
      String operationName,
      List<RequestTag> requestTags) {
    this.resourceClass = resourceClass;
    this.resourceMethod = resourceMethod;
    this.template = template;
    this.traced = traced;
    this.operationName = operationName;
    this.requestTags = requestTags;
  }

  /**
   * The route below this base path, whatever names the span, or null; worked out once. Where the
   * base path is not known it is that of the last request.
   */
  @Nullable String route(@Nullable String basePath) {
    if (template == null) {
      return null;
    }
    Route last = route;
    if (basePath == null) {
      return last == null ? null : last.path;
    }
    if (last == null || !last.basePath.equals(basePath)) {
      last = new Route(basePath, Routes.join(basePath, template));
      route = last;
    }
    return last.path;
  }

  /** The name of the spans, when it is given or was kept, or null. */
  @Nullable String operationName(@Nullable String basePath, String method) {
    if (!operationName.isEmpty()) {
      return operationName;
    }
    Naming last = naming;
    return last != null && last.isFor(basePath, method) ? last.operationName : null;
  }

  /** Keeps a name that depends on base path and method alone. */
  void keep(String basePath, String method, String name) {
    naming = new Naming(basePath, method, name);
  }

  private record Route(String basePath, String path) {}

  private record Naming(String basePath, String method, String operationName) {
    boolean isFor(@Nullable String requestBasePath, String requestMethod) {
      return (requestBasePath == null || basePath.equals(requestBasePath))
          && method.equals(requestMethod);
    }
  }
}
