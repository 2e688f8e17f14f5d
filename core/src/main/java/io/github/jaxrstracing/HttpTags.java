// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.tag.Tags;
import org.jspecify.annotations.Nullable;

/**
 * A vocabulary: which tags a span gets from its request and its response, and what counts as an
 * error. Implement it to speak your own; what a method throws costs its tags, never the request.
 *
 * <p>Implementations must be thread-safe. Several vocabularies combine; the first one that was
 * given names the span.
 */
@SuppressWarnings("ClassInitializationDeadlock") // only this class names the three
public interface HttpTags {
  /**
   * The names of the OpenTracing specification, the default: {@code component}, {@code
   * http.method}, {@code http.url}, {@code http.status_code}, on the client {@code peer.hostname}
   * and {@code peer.port}.
   */
  HttpTags OPENTRACING = new OpenTracingTags();

  /** The stable HTTP semantic conventions of OpenTelemetry. */
  HttpTags OPENTELEMETRY = new OpenTelemetryTags();

  /** The names that Brave's instrumentations give to Zipkin. */
  HttpTags ZIPKIN = new ZipkinTags();

  /**
   * Sets the tags that are known when the span starts.
   *
   * @param request the request
   * @param tags takes the tags
   */
  default void onRequest(HttpRequest request, TagSink tags) {}

  /**
   * Sets the tags that are known when the span ends.
   *
   * @param request the request
   * @param response how it ended
   * @param tags takes the tags
   */
  default void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {}

  /**
   * Tells whether the span gets the tag {@code error}. By default an exception is an error, and so
   * is a status from 500 on the server and from 400 on the client.
   *
   * @param request the request
   * @param response how it ended
   * @return whether it is an error
   */
  default boolean isError(HttpRequest request, HttpResponse response) {
    int firstError = Tags.SPAN_KIND_SERVER.equals(request.spanKind()) ? 500 : 400;
    return response.error() != null || response.status() >= firstError;
  }

  /**
   * Gives the value of the tag {@code error}; asked of the first vocabulary that calls the response
   * an error. By default the tag is the boolean {@code true}, which every tracer takes for an
   * error. A text is for tracers that show it, such as Brave; the OpenTelemetry shim takes a text
   * other than {@code true} for a success.
   *
   * @param request the request
   * @param response how it ended
   * @return the text, redacted like a URL before it becomes the tag; {@code null} or the empty
   *     string for {@code true}
   */
  default @Nullable String errorValue(HttpRequest request, HttpResponse response) {
    return null;
  }

  /**
   * Builds the operation name of {@link OperationName#route()} and, without a route, that of {@link
   * OperationName#httpMethod()}. By default {@code GET:/route}, or {@code GET} without a route.
   *
   * @param method the HTTP method
   * @param route the path template, or {@code null} when none is known or wanted
   * @return a name of low cardinality
   */
  default String operationName(String method, @Nullable String route) {
    return route == null ? method : method + ':' + route;
  }

  /**
   * Renames the span of a received request that matched no route, when it ends. It is asked only
   * where {@link OperationName#route()} named the span. By default the name is kept. Samplers see
   * only the first name.
   *
   * @param request the request
   * @param response how it ended
   * @return a name of low cardinality, or {@code null} to keep the name
   */
  default @Nullable String finalOperationName(HttpRequest request, HttpResponse response) {
    return null;
  }
}
