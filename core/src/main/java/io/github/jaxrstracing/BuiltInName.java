// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import java.lang.reflect.Method;

/**
 * The operation names that depend on method and resource method alone, so that they can be kept.
 */
enum BuiltInName implements OperationName {
  ROUTE {
    @Override
    public String of(HttpRequest request) {
      return HttpTags.OPENTRACING.operationName(HttpMethods.nameOf(request), request.route());
    }
  },
  HTTP_METHOD {
    @Override
    public String of(HttpRequest request) {
      return HttpMethods.nameOf(request);
    }
  },
  CLASS_METHOD {
    @Override
    public String of(HttpRequest request) {
      String name = HttpMethods.nameOf(request);
      Class<?> resourceClass = request.resourceClass();
      Method method = request.resourceMethod();
      return resourceClass == null || method == null
          ? name
          : name + ':' + resourceClass.getName() + '.' + method.getName();
    }
  }
}
