// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.TracingBuilder;
import io.opentracing.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link TracingFeature}.
 *
 * <pre>{@code
 * register(TracingFeature.builder().tracer(tracer).traceAll().skip("/health|/metrics.*").build());
 * }</pre>
 */
public final class TracingFeatureBuilder extends TracingBuilder<TracingFeatureBuilder> {
  private @Nullable Boolean traceAll;
  private @Nullable String skip;
  private @Nullable List<String> requestTags;
  private List<ServerSpanDecorator> decorators = List.of();
  private Predicate<? super ContainerRequestContext> trustRemoteContext = request -> true;
  private @Nullable Boolean joinActiveSpan;
  private @Nullable String traceIdHeader;
  private @Nullable Boolean serializationSpans;

  TracingFeatureBuilder() {}

  @Override
  protected TracingFeatureBuilder self() {
    return this;
  }

  /**
   * Traces every request that no {@link Traced} excludes, also those that match no resource and
   * those that are aborted before they do. By default only what is {@link Traced} is traced.
   *
   * @return this builder
   */
  public TracingFeatureBuilder traceAll() {
    this.traceAll = true;
    return this;
  }

  /**
   * Leaves requests out by their path, whatever else says to trace them. By default none.
   *
   * @param regex matched against the whole decoded path below the application's base URI, with its
   *     leading slash
   * @return this builder
   */
  public TracingFeatureBuilder skip(String regex) {
    this.skip = required(regex, "skip");
    return this;
  }

  /**
   * Tags the spans with request attributes. Empty ones are left out. By default none.
   *
   * @param names of {@code method, path, url, base_url, query_string, host, scheme, remote_addr,
   *     user_agent, content_type, content_length, endpoint, path_params, header.NAME, query.NAME,
   *     cookie.NAME, path.NAME}; the tag has the same name
   * @return this builder
   */
  public TracingFeatureBuilder requestTags(String... names) {
    this.requestTags = List.of(names);
    return this;
  }

  /**
   * Adds code of your own at request, response and error. By default there is none.
   *
   * @param decorator called after those that were added before
   * @return this builder
   */
  public TracingFeatureBuilder decorator(ServerSpanDecorator decorator) {
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
  public TracingFeatureBuilder onStart(BiConsumer<? super Span, ContainerRequestContext> callback) {
    required(callback, "onStart");
    return decorator(
        new ServerSpanDecorator() {
          @Override
          public void onRequest(ContainerRequestContext request, Span span) {
            callback.accept(span, request);
          }
        });
  }

  /**
   * Decides whose trace a request may join. Where the answer is no, its span begins a new trace and
   * gets the tags {@code remote.trace_id} and {@code remote.span_id}. By default everyone is
   * trusted.
   *
   * @param trusted tells whether the sender's context becomes the parent
   * @return this builder
   */
  public TracingFeatureBuilder trustRemoteContext(
      Predicate<? super ContainerRequestContext> trusted) {
    this.trustRemoteContext = required(trusted, "trustRemoteContext");
    return this;
  }

  /**
   * Takes the span that is active on the request's thread, such as a servlet filter's, as the
   * parent, before the sender's context. By default the active span is not looked at.
   *
   * @return this builder
   */
  public TracingFeatureBuilder joinActiveSpan() {
    this.joinActiveSpan = true;
    return this;
  }

  /**
   * Tells the trace id in a header of each response to a traced request. By default it is not told.
   *
   * @param name the header's name, such as {@code X-Trace-Id}
   * @return this builder
   */
  public TracingFeatureBuilder traceIdHeader(String name) {
    this.traceIdHeader = required(name, "traceIdHeader");
    return this;
  }

  /**
   * Gives reading and writing of entities spans of their own, {@code deserialize} and {@code
   * serialize}, below the span of the request. By default they have none.
   *
   * @return this builder
   */
  public TracingFeatureBuilder serializationSpans() {
    this.serializationSpans = true;
    return this;
  }

  /**
   * Builds the feature. What was not given here is read from the configuration when the feature is
   * registered.
   *
   * @return the feature
   */
  public TracingFeature build() {
    return new TracingFeature(options());
  }

  ServerOptions options() {
    return new ServerOptions(
        httpOptions(),
        traceAll,
        skip,
        requestTags,
        decorators,
        trustRemoteContext,
        joinActiveSpan,
        traceIdHeader,
        serializationSpans);
  }
}
