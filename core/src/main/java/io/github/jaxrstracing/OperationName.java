// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import org.jspecify.annotations.Nullable;

/**
 * Names spans. Use one of the three here or a function of your own, which is called once per
 * request.
 */
@FunctionalInterface
public interface OperationName {
  /**
   * Names a span.
   *
   * @param request the request that the span is about
   * @return the name; for {@code null} or an exception the HTTP method is used
   */
  @Nullable String of(HttpRequest request);

  /**
   * Method and path template, {@code GET:/orders/{id}} or in the way of the chosen {@link
   * HttpTags}. The default on the server.
   *
   * @return the naming
   */
  static OperationName route() {
    return BuiltInName.ROUTE;
  }

  /**
   * The HTTP method alone, in the way of the chosen {@link HttpTags}. The default on the client.
   *
   * @return the naming
   */
  static OperationName httpMethod() {
    return BuiltInName.HTTP_METHOD;
  }

  /**
   * Method, class and Java method, {@code GET:com.example.Orders.get}; the HTTP method alone where
   * no resource method was matched.
   *
   * @return the naming
   */
  static OperationName classMethod() {
    return BuiltInName.CLASS_METHOD;
  }
}
