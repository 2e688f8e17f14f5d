// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.span.HttpOptions;
import io.github.jaxrstracing.span.HttpSettings;
import io.github.jaxrstracing.span.OptionReader;
import io.github.jaxrstracing.span.TracerSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The options of a client as they were given in code; {@code null} is what was not given.
 *
 * @param http the options of both sides
 * @param decorators called in this order
 * @param propagateTo who gets the trace context
 * @param peerService names of services by host, or host and port
 * @param serializationSpans whether entities get spans of their own
 */
record ClientOptions(
    HttpOptions http,
    List<ClientSpanDecorator> decorators,
    Predicate<? super URI> propagateTo,
    @Nullable Map<String, String> peerService,
    @Nullable Boolean serializationSpans) {
  static final String PREFIX = "jaxrs-tracing.client.";

  private static final Map<String, OperationName> NAMES =
      Map.of("http-method", OperationName.httpMethod(), "route", OperationName.route());

  /** Completes these options with those that are configured elsewhere, and checks them. */
  ClientSettings settings(OptionReader reader, TracerSource tracer, BooleanSupplier on) {
    HttpSettings shared = http.settings(reader, NAMES, OperationName.httpMethod(), tracer);
    return new ClientSettings(
        shared,
        new GuardedDecorators(decorators, shared.guard()),
        propagateTo,
        peerService == null ? PeerServices.read(reader) : new PeerServices(peerService),
        reader.flag("serialization-spans", serializationSpans, false),
        new RestClientRoutes(),
        on);
  }
}
