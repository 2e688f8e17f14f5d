// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.opentracing.Tracer;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The options that the features of both sides have.
 *
 * @param <B> the builder itself
 */
public abstract class TracingBuilder<B extends TracingBuilder<B>> {
  private @Nullable Supplier<? extends @Nullable Tracer> tracer;
  private @Nullable OperationName operationName;
  private @Nullable List<HttpTags> tags;
  private @Nullable List<String> captureRequestHeaders;
  private @Nullable List<String> captureResponseHeaders;
  private @Nullable List<String> redactParameters;
  private @Nullable List<String> redactOnlyParameters;
  private @Nullable Boolean dropQuery;
  private @Nullable UnaryOperator<String> urlSanitizer;
  private @Nullable Boolean expandErrorLogs;
  private @Nullable List<String> baggageTags;
  private @Nullable Integer maxTagValueLength;
  private @Nullable Boolean logCorrelation;
  private @Nullable String logTraceIdKey;
  private @Nullable String logSpanIdKey;

  /** Creates a builder with all defaults. */
  protected TracingBuilder() {}

  /**
   * This builder.
   *
   * @return this
   */
  protected abstract B self();

  /**
   * Makes spans with this tracer. By default the tracer is looked up.
   *
   * @param tracer makes the spans
   * @return this builder
   * @throws IllegalStateException when a tracer was given already
   */
  public B tracer(Tracer tracer) {
    return tracer(new GivenTracer(required(tracer, "tracer")));
  }

  /**
   * Makes spans with the tracer of this supplier. By default the tracer is looked up.
   *
   * @param tracer called on first use, and again later as long as it throws or gives {@code null}
   * @return this builder
   * @throws IllegalStateException when a tracer was given already
   */
  public B tracer(Supplier<? extends @Nullable Tracer> tracer) {
    if (this.tracer != null) {
      throw new IllegalStateException("tracer: two were given; give one tracer or one supplier.");
    }
    this.tracer = required(tracer, "tracer");
    return self();
  }

  /**
   * Names the spans that have no name of their own. By default {@link OperationName#route()} on the
   * server and {@link OperationName#httpMethod()} on the client.
   *
   * @param operationName gives the names
   * @return this builder
   */
  public B operationName(OperationName operationName) {
    this.operationName = required(operationName, "operationName");
    return self();
  }

  /**
   * Tags the spans in these vocabularies. By default {@link HttpTags#OPENTRACING}.
   *
   * @param tags one or more vocabularies; the first one names the spans
   * @return this builder
   * @throws IllegalArgumentException when none is given
   */
  public B tags(HttpTags... tags) {
    if (tags.length == 0) {
      throw new IllegalArgumentException(
          "tags: none was given; valid are OPENTRACING, OPENTELEMETRY, ZIPKIN and your own.");
    }
    this.tags = List.of(tags);
    return self();
  }

  /**
   * Tags the spans with request headers, as {@code http.request.header.<name>}. By default none.
   *
   * @param names the names of the headers, in any case
   * @return this builder
   */
  public B captureRequestHeaders(String... names) {
    this.captureRequestHeaders = List.of(names);
    return self();
  }

  /**
   * Tags the spans with response headers, as {@code http.response.header.<name>}. By default none.
   *
   * @param names the names of the headers, in any case
   * @return this builder
   */
  public B captureResponseHeaders(String... names) {
    this.captureResponseHeaders = List.of(names);
    return self();
  }

  /**
   * Redacts the values of these URL parameters too, beside {@link UrlSanitizer#SECRET_PARAMETERS}.
   *
   * @param names the names of the parameters, in any case
   * @return this builder
   */
  public B redactParameters(String... names) {
    this.redactParameters = List.of(names);
    return self();
  }

  /**
   * Redacts the values of these URL parameters instead of {@link UrlSanitizer#SECRET_PARAMETERS},
   * which may then show secrets. By default those are redacted.
   *
   * @param names the names of the parameters, in any case, at least one
   * @return this builder
   * @throws IllegalArgumentException when none is given
   */
  public B redactOnlyParameters(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException(
          "redactOnlyParameters: none was given; valid are names of URL parameters.");
    }
    this.redactOnlyParameters = List.of(names);
    return self();
  }

  /**
   * Cuts the query off each URL before it becomes a tag. By default it is kept, redacted.
   *
   * @return this builder
   */
  public B dropQuery() {
    this.dropQuery = true;
    return self();
  }

  /**
   * Passes each redacted URL through a function before it becomes a tag. By default there is none.
   *
   * @param urlSanitizer gives the URL for the tags; for {@code null} or an exception there are none
   * @return this builder
   */
  public B urlSanitizer(UnaryOperator<String> urlSanitizer) {
    this.urlSanitizer = required(urlSanitizer, "urlSanitizer");
    return self();
  }

  /**
   * Logs an exception with {@code error.kind}, {@code message} and {@code stack} beside {@code
   * error.object}, for tracers that make no stack of it, such as Brave and the Jaeger client. By
   * default only {@code error.object} is logged.
   *
   * @return this builder
   */
  public B expandErrorLogs() {
    this.expandErrorLogs = true;
    return self();
  }

  /**
   * Tags the spans with items of their baggage, each by its name. By default none.
   *
   * @param items the names of the items
   * @return this builder
   */
  public B baggageTags(String... items) {
    this.baggageTags = List.of(items);
    return self();
  }

  /**
   * Cuts the texts of tags and the names of spans that are longer, so that nobody who sends a long
   * header or URL fills the tracer's storage. It holds for what vocabularies write, also those of
   * the user, but not for logs and not for what decorators write to the span. By default 1024.
   *
   * @param characters the most characters that are kept, at least 1
   * @return this builder
   */
  public B maxTagValueLength(int characters) {
    this.maxTagValueLength = characters;
    return self();
  }

  /**
   * Puts trace id and span id into the MDC of SLF4J, or the ThreadContext of Log4j 2 where there is
   * no SLF4J, while a span is active on a thread. By default they are not there.
   *
   * @return this builder
   */
  public B logCorrelation() {
    this.logCorrelation = true;
    return self();
  }

  /**
   * Names the key of the trace id for {@link #logCorrelation}. By default {@code trace_id}.
   *
   * @param key the key
   * @return this builder
   */
  public B logTraceIdKey(String key) {
    this.logTraceIdKey = required(key, "logTraceIdKey");
    return self();
  }

  /**
   * Names the key of the span id for {@link #logCorrelation}. By default {@code span_id}.
   *
   * @param key the key
   * @return this builder
   */
  public B logSpanIdKey(String key) {
    this.logSpanIdKey = required(key, "logSpanIdKey");
    return self();
  }

  /**
   * What was given so far.
   *
   * @return the options of this builder, which later calls do not change
   */
  protected final HttpOptions httpOptions() {
    return new HttpOptions(
        tracer,
        operationName,
        tags,
        captureRequestHeaders,
        captureResponseHeaders,
        redactParameters,
        redactOnlyParameters,
        dropQuery,
        urlSanitizer,
        expandErrorLogs,
        baggageTags,
        maxTagValueLength,
        logCorrelation,
        logTraceIdKey,
        logSpanIdKey);
  }

  /**
   * Refuses {@code null}.
   *
   * @param value what was given
   * @param option the name of the option
   * @param <T> the type of the value
   * @return the value
   * @throws NullPointerException when it is {@code null}, with a message that names the option
   */
  protected static <T> T required(@Nullable T value, String option) {
    return Objects.requireNonNull(
        value, option + ": null was given; leave it out for the default.");
  }
}
