// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.HttpSettings;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.OptionReader;
import io.github.jaxrstracing.TracingBuilder;
import io.opentracing.Span;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link ClientTracingFeature}.
 *
 * <pre>{@code
 * client.register(
 *     ClientTracingFeature.builder()
 *         .tracer(tracer)
 *         .propagateTo(uri -> uri.getHost().endsWith(".internal"))
 *         .build());
 * }</pre>
 */
public final class ClientTracingFeatureBuilder extends TracingBuilder<ClientTracingFeatureBuilder> {
  private static final Map<String, OperationName> NAMES =
      Map.of("http-method", OperationName.httpMethod(), "route", OperationName.route());

  private List<ClientSpanDecorator> decorators = List.of();
  private Predicate<? super URI> propagateTo = uri -> true;
  private @Nullable Map<String, String> peerService;
  private @Nullable Boolean serializationSpans;

  ClientTracingFeatureBuilder() {}

  @Override
  protected ClientTracingFeatureBuilder self() {
    return this;
  }

  /**
   * Adds code of your own at request, response and error. By default there is none.
   *
   * @param decorator called after those that were added before
   * @return this builder
   */
  public ClientTracingFeatureBuilder decorator(ClientSpanDecorator decorator) {
    this.decorators = Stream.concat(decorators.stream(), Stream.of(decorator)).toList();
    return this;
  }

  /**
   * Adds code of your own for each span that has started, the commonest decorator.
   *
   * @param callback gets the span and its request
   * @return this builder
   */
  public ClientTracingFeatureBuilder onStart(
      BiConsumer<? super Span, ? super ClientRequestContext> callback) {
    return decorator(
        new ClientSpanDecorator() {
          @Override
          public void onRequest(ClientRequestContext request, Span span) {
            callback.accept(span, request);
          }
        });
  }

  /**
   * Decides who gets the trace context and its baggage. Where the answer is no, the call is traced
   * but nothing is added to it. By default everyone gets it.
   *
   * <p>The URI is that of the request when the span starts. A redirect that the connector follows
   * by itself takes all headers along; switch following off where that matters.
   *
   * @param receives tells whether the context goes to this URI
   * @return this builder
   */
  public ClientTracingFeatureBuilder propagateTo(Predicate<? super URI> receives) {
    this.propagateTo = receives;
    return this;
  }

  /**
   * Tags the spans with the name of the service that is called, as {@code peer.service}. By default
   * they have no such tag.
   *
   * @param names the names of the services by host; the case of the host does not matter
   * @return this builder
   */
  public ClientTracingFeatureBuilder peerService(Map<String, String> names) {
    this.peerService = Map.copyOf(names);
    return this;
  }

  /**
   * Gives reading and writing of entities spans of their own, {@code deserialize} and {@code
   * serialize}, below the span of the call. By default they have none.
   *
   * @return this builder
   */
  public ClientTracingFeatureBuilder serializationSpans() {
    this.serializationSpans = true;
    return this;
  }

  /**
   * Builds the feature. What was not given here is read from the configuration when the feature is
   * registered.
   *
   * @return the feature
   */
  public ClientTracingFeature build() {
    return new ClientTracingFeature(copy());
  }

  ClientSettings settings(Configuration configuration, BooleanSupplier on) {
    return settings(new OptionReader("jaxrs-tracing.client.", configuration::getProperty), on);
  }

  ClientSettings settings(OptionReader options, BooleanSupplier on) {
    HttpSettings http = settings(options, NAMES, OperationName.httpMethod());
    return new ClientSettings(
        http,
        new GuardedDecorators(decorators, http.guard()),
        propagateTo,
        peers(options),
        options.flag("serialization-spans", serializationSpans, false),
        new RestClientRoutes(),
        on);
  }

  private Map<String, String> peers(OptionReader options) {
    Map<String, String> peers = new HashMap<>();
    if (peerService != null) {
      peerService.forEach((host, name) -> peers.put(host.toLowerCase(Locale.ROOT), name));
      return peers;
    }
    List<String> pairs = options.list("peer-service", null);
    for (String pair : pairs == null ? List.<String>of() : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw options.invalid("peer-service", pair, "pairs such as api.example.com=orders");
      }
      peers.put(
          pair.substring(0, equals).trim().toLowerCase(Locale.ROOT),
          pair.substring(equals + 1).trim());
    }
    return peers;
  }
}
