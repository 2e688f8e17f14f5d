// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.HttpResponse;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.opentracing.tag.Tags;
import org.jspecify.annotations.Nullable;

/** Names spans as it is configured: by the first vocabulary or by a function of the user. */
final class ConfiguredName {
  private ConfiguredName() {}

  /** The name that a span starts with. */
  static String of(HttpRequest request, HttpSettings settings) {
    String method = method(request);
    try {
      String name = name(request, method, settings);
      if (name != null && !name.isEmpty()) {
        return name;
      }
    } catch (Throwable t) {
      settings.guard().caught("OperationName.of", t);
    }
    return method;
  }

  private static String method(HttpRequest request) {
    String name = OperationName.httpMethod().of(request);
    return name == null ? request.method() : name;
  }

  private static @Nullable String name(HttpRequest request, String method, HttpSettings settings) {
    HttpTags vocabulary = settings.tags().get(0);
    OperationName operationName = settings.operationName();
    if (operationName == OperationName.route()) {
      return vocabulary.operationName(method, request.route());
    }
    return operationName == OperationName.httpMethod()
        ? vocabulary.operationName(method, null)
        : operationName.of(request);
  }

  /** The name that the span of a request ends with, or null where it keeps the one it has. */
  static @Nullable String atEnd(HttpRequest request, HttpResponse response, HttpSettings settings) {
    if (settings.operationName() != OperationName.route()
        || !Tags.SPAN_KIND_SERVER.equals(request.spanKind())
        || request.resourceMethod() != null
        || request.route() != null) {
      return null;
    }
    try {
      return settings.tags().get(0).finalOperationName(request, response);
    } catch (Throwable t) {
      settings.guard().caught("HttpTags.finalOperationName", t);
      return null;
    }
  }
}
