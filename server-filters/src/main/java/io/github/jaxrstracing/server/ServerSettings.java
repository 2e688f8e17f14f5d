// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.Guard;
import io.github.jaxrstracing.HttpSettings;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How requests are traced, checked and complete.
 *
 * @param http what all spans have in common
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
}
