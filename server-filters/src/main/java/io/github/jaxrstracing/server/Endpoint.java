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

  private final String template;
  private final String operationName;
  private volatile @Nullable Naming naming;

  Endpoint(
      @Nullable Class<?> resourceClass,
      @Nullable Method resourceMethod,
      String template,
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

  /** The route below this base path; the same string for the same base path. */
  String route(String basePath) {
    Naming last = naming;
    return last != null && last.basePath.equals(basePath)
        ? last.route
        : Routes.join(basePath, template);
  }

  /** The name of the span of this request. It is kept when it depends on nothing else. */
  String operationName(String basePath, RequestSpan span) {
    Naming last = naming;
    if (last != null && last.isFor(basePath, span.method())) {
      return last.operationName;
    }
    if (!operationName.isEmpty()) {
      return keep(basePath, span, operationName);
    }
    String name = span.configuredName();
    return span.isNameFixed() ? keep(basePath, span, name) : name;
  }

  private String keep(String basePath, RequestSpan span, String name) {
    naming = new Naming(basePath, span.method(), route(basePath), name);
    return name;
  }

  private record Naming(String basePath, String method, String route, String operationName) {
    boolean isFor(String requestBasePath, String requestMethod) {
      return basePath.equals(requestBasePath) && method.equals(requestMethod);
    }
  }
}
