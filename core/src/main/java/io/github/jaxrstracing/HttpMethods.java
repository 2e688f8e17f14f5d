// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.tag.Tags;
import java.util.Set;

/** Which HTTP methods may name a span. */
final class HttpMethods {
  static final String UNKNOWN = "HTTP";

  // RFC 9110 and RFC 5789.
  private static final Set<String> KNOWN =
      Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

  private HttpMethods() {}

  static boolean isKnown(String method) {
    return KNOWN.contains(method);
  }

  /** Whatever a stranger sends must not become a name of its own; a matched method may. */
  static String nameOf(HttpRequest request) {
    boolean trusted =
        request.resourceMethod() != null || !Tags.SPAN_KIND_SERVER.equals(request.spanKind());
    return trusted || isKnown(request.method()) ? request.method() : UNKNOWN;
  }
}
