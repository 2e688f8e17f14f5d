// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.HttpSettings;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * How calls are traced, checked and complete.
 *
 * @param http what all spans have in common
 * @param decorators called in this order
 * @param propagateTo who gets the trace context
 * @param peerServices names of services
 * @param serializationSpans whether entities get spans of their own
 * @param routes path templates of MicroProfile Rest Clients
 * @param on whether new calls are traced
 */
record ClientSettings(
    HttpSettings http,
    GuardedDecorators decorators,
    Predicate<? super URI> propagateTo,
    PeerServices peerServices,
    boolean serializationSpans,
    RestClientRoutes routes,
    BooleanSupplier on) {

  Guard guard() {
    return http.guard();
  }
}
