// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.TracingBuilder;
import io.opentracing.Span;
import jakarta.ws.rs.client.ClientRequestContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
    required(decorator, "decorator");
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
    required(callback, "onStart");
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
    this.propagateTo = required(receives, "propagateTo");
    return this;
  }

  /**
   * Tags the spans with the name of the service that is called, as {@code peer.service}. By default
   * they have no such tag.
   *
   * @param names the names of the services by {@code host} or {@code host:port}, in any case; the
   *     latter counts where both are named, also for the default port of a scheme
   * @return this builder
   */
  public ClientTracingFeatureBuilder peerService(Map<String, String> names) {
    this.peerService = Map.copyOf(required(names, "peerService"));
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
   * Builds the feature. What was not given here is read from the configuration of each client that
   * the feature is registered on, and before that from what applies to all clients.
   *
   * @return the feature
   * @throws IllegalArgumentException when an option cannot be used that was given here, by a system
   *     property, by an environment variable or by a {@link
   *     io.github.jaxrstracing.TracingEnvironment}
   */
  public ClientTracingFeature build() {
    return new ClientTracingFeature(options());
  }

  ClientOptions options() {
    return new ClientOptions(
        httpOptions(), decorators, propagateTo, peerService, serializationSpans);
  }
}
