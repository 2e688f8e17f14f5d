// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.HttpSettings;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How requests are traced, checked and complete.
 *
 * @param http what all spans have in common
 * @param endpoints which requests are traced, and what is known of them
 * @param skip paths that are not traced
 * @param requestTags attributes that become tags of every span
 * @param decorators called in this order
 * @param trustRemoteContext whether the sender may be the parent
 * @param joinActiveSpan whether a span that is active already becomes the parent
 * @param traceIdHeader the response header that tells the trace id
 * @param serializationSpans whether entities get spans of their own
 */
record ServerSettings(
    HttpSettings http,
    Endpoints endpoints,
    @Nullable Pattern skip,
    List<RequestTag> requestTags,
    GuardedDecorators decorators,
    Predicate<? super ContainerRequestContext> trustRemoteContext,
    boolean joinActiveSpan,
    @Nullable String traceIdHeader,
    boolean serializationSpans) {
  Guard guard() {
    return http.guard();
  }

  /** Whether the path of this request is left out; {@code matched} keeps it for the next one. */
  boolean skips(ContainerRequestContext request, @Nullable Endpoint matched) {
    if (skip == null) {
      return false;
    }
    String path = request.getUriInfo().getPath();
    if (matched == null) {
      return skips(skip, path);
    }
    boolean isSkipped = path.equals(matched.skippedPath) || skips(skip, path);
    if (isSkipped) {
      matched.skippedPath = path;
    }
    return isSkipped;
  }

  private boolean skips(Pattern paths, String path) {
    try {
      return paths.matcher(path.startsWith("/") ? path : '/' + path).matches();
    } catch (StackOverflowError regexTooDeep) {
      guard().caught("The regular expression of skip", regexTooDeep);
      return false;
    }
  }
}
