// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.InterceptorContext;
import org.jspecify.annotations.Nullable;

/**
 * What one implementation of Jakarta REST tells of its calls beyond the pair of filters. This is
 * not API: only the packages below this one implement it, and it may change in any release.
 *
 * <p>It is found by service loading on any class path, so an implementing class must not link
 * classes of the implementation before {@link #install}.
 *
 * @hidden
 */
public interface ClientHooks {
  /**
   * Tells by names alone whether a client belongs to this implementation.
   *
   * @param configuration the configuration of the client
   * @return whether these hooks are for it
   */
  boolean fits(Configuration configuration);

  /**
   * Registers the hooks on a client, all or none: what may be missing is looked for before.
   *
   * @param context the client
   * @param client takes what the hooks tell
   * @throws LinkageError when the implementation is not as expected; the pair of filters then
   *     manages the spans alone
   */
  void install(FeatureContext context, TracedClient client);

  /**
   * Tells whether these hooks end every call, with {@link TracedClient#endWithResponse} or {@link
   * TracedClient#endWithFailure}, after its last response filter. Otherwise the response filter
   * ends it.
   *
   * @return whether the response filter leaves the end to these hooks
   */
  default boolean endCalls() {
    return false;
  }

  /**
   * Keeps the trace of a call where no other call sees it; by default in a property of the request.
   *
   * @param request the request
   * @param trace the trace, or {@code null} to forget that of another call
   */
  default void keep(ClientRequestContext request, @Nullable CallTrace trace) {
    if (trace == null) {
      request.removeProperty(CallTrace.PROPERTY);
    } else {
      request.setProperty(CallTrace.PROPERTY, trace);
    }
  }

  /**
   * Finds the trace of a call.
   *
   * @param request its request
   * @return what was kept last, or {@code null}
   */
  default @Nullable CallTrace find(ClientRequestContext request) {
    return request.getProperty(CallTrace.PROPERTY) instanceof CallTrace trace ? trace : null;
  }

  /**
   * Finds the trace of the call whose entity is read or written.
   *
   * @param context the context of the interceptor
   * @return what was kept last, or {@code null}
   */
  default @Nullable CallTrace find(InterceptorContext context) {
    return context.getProperty(CallTrace.PROPERTY) instanceof CallTrace trace ? trace : null;
  }
}
