// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The options that the features of both sides have.
 *
 * @param <B> the builder itself
 */
public abstract class TracingBuilder<B extends TracingBuilder<B>> implements Cloneable {
  private static final Map<String, HttpTags> TAGS =
      Map.of(
          "opentracing", HttpTags.OPENTRACING,
          "opentelemetry", HttpTags.OPENTELEMETRY,
          "zipkin", HttpTags.ZIPKIN);

  private @Nullable Supplier<? extends @Nullable Tracer> tracer;
  private @Nullable OperationName operationName;
  private @Nullable List<HttpTags> tags;
  private @Nullable List<String> captureRequestHeaders;
  private @Nullable List<String> captureResponseHeaders;
  private @Nullable List<String> redactParameters;
  private @Nullable Boolean dropQuery;
  private @Nullable UnaryOperator<String> urlSanitizer;
  private @Nullable TracerSource source;

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
    Objects.requireNonNull(tracer, "tracer: null was given; leave it out to have it looked up.");
    return tracer(() -> tracer);
  }

  /**
   * Makes spans with the tracer of this supplier. By default the tracer is looked up.
   *
   * @param tracer called once, on first use
   * @return this builder
   * @throws IllegalStateException when a tracer was given already
   */
  public B tracer(Supplier<? extends @Nullable Tracer> tracer) {
    if (this.tracer != null) {
      throw new IllegalStateException("tracer: two were given; give one tracer or one supplier.");
    }
    this.tracer = tracer;
    return self();
  }

  /**
   * Names the spans that have no name of their own. By default {@link OperationName#route()}.
   *
   * @param operationName gives the names
   * @return this builder
   */
  public B operationName(OperationName operationName) {
    this.operationName = operationName;
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
   * Redacts the values of these URL parameters instead of {@link UrlSanitizer#SECRET_PARAMETERS}.
   *
   * @param names the names of the parameters, in any case
   * @return this builder
   */
  public B redactParameters(String... names) {
    this.redactParameters = List.of(names);
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
    this.urlSanitizer = urlSanitizer;
    return self();
  }

  /**
   * Completes the settings from what was given in code and what was not.
   *
   * @param options reads what was not given
   * @param names the operation names that can be chosen by name
   * @param defaultName the operation name by default
   * @return the settings
   * @throws IllegalArgumentException when an option cannot be used
   */
  protected final HttpSettings settings(
      OptionReader options, Map<String, OperationName> names, OperationName defaultName) {
    TracerSource source = source();
    List<String> secret = options.list("redact-parameters", redactParameters);
    return new HttpSettings(
        source,
        source.guard(),
        chosenName(options, names, defaultName),
        chosenTags(options),
        headers(options, "capture-request-headers", captureRequestHeaders),
        headers(options, "capture-response-headers", captureResponseHeaders),
        new UrlSanitizer(
            secret == null ? UrlSanitizer.SECRET_PARAMETERS : secret,
            options.flag("drop-query", dropQuery, false),
            urlSanitizer));
  }

  // A client configures its feature anew for each target with a configuration of its own: the
  // supplier is still called once, and a fault still logged once.
  private synchronized TracerSource source() {
    if (source == null) {
      Guard guard = new Guard();
      source = tracer == null ? TracerSource.discovered(guard) : TracerSource.of(tracer, guard);
    }
    return source;
  }

  private OperationName chosenName(
      OptionReader options, Map<String, OperationName> names, OperationName defaultName) {
    if (operationName != null) {
      return operationName;
    }
    String name = options.text("operation-name", null);
    return name == null ? defaultName : options.choice("operation-name", name, names);
  }

  private List<HttpTags> chosenTags(OptionReader options) {
    if (tags != null) {
      return tags;
    }
    List<String> names = options.list("tags", null);
    if (names == null || names.isEmpty()) {
      return List.of(HttpTags.OPENTRACING);
    }
    Function<String, HttpTags> choose = name -> options.choice("tags", name, TAGS);
    return names.stream().map(choose).toList();
  }

  private static List<CapturedHeader> headers(
      OptionReader options, String option, @Nullable List<String> given) {
    List<String> names = options.list(option, given);
    if (names == null) {
      return List.of();
    }
    for (String name : names) {
      if (!HeaderNames.isValid(name)) {
        throw options.invalid(option, name, "names of HTTP headers");
      }
    }
    return names.stream().map(CapturedHeader::of).toList();
  }

  /**
   * Copies this builder, so that a feature keeps what it was built with.
   *
   * @return a copy
   */
  protected final B copy() {
    try {
      @SuppressWarnings("unchecked") // a clone has the class of its original
      B copy = (B) clone();
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("TracingBuilder is Cloneable", e);
    }
  }
}
