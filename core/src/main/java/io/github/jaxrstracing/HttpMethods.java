// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.tag.Tags;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which HTTP methods may name a span. */
final class HttpMethods {
  static final String UNKNOWN = "HTTP";

  // The conventions of OpenTelemetry name this variable, and want it to replace the whole list.
  private static final Set<String> KNOWN =
      known(System.getenv("OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS"));

  private HttpMethods() {}

  static Set<String> known(@Nullable String listed) {
    if (listed == null || listed.isBlank()) {
      // RFC 9110, RFC 5789, and draft-ietf-httpbis-safe-method-w-body.
      return Set.of(
          "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE");
    }
    return Arrays.stream(listed.split(",", -1))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean isKnown(String method) {
    return KNOWN.contains(method);
  }

  /** An unknown method sent by a client must not become a name of its own; a matched one may. */
  static String nameOf(HttpRequest request) {
    boolean trusted =
        request.resourceMethod() != null || !Tags.SPAN_KIND_SERVER.equals(request.spanKind());
    return trusted || isKnown(request.method()) ? request.method() : UNKNOWN;
  }
}
