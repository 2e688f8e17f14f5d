// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

/**
 * The names of the properties that configure a {@link ClientTracingFeature} without code. The first
 * value counts of: what was given to the builder, the property of the Jakarta REST configuration,
 * MicroProfile Config where the CDI extension is on the class path, the system property, the
 * environment variable ({@code JAXRS_TRACING_CLIENT_DROP_QUERY} for {@link #DROP_QUERY}), the
 * default.
 */
public final class ClientTracingProperties {
  /**
   * Whether every client is traced; true or false, false by default, and true after {@link
   * ClientTracingFeature#installForAllClients}.
   */
  public static final String ENABLED = "jaxrs-tracing.client.enabled";

  /**
   * See {@link ClientTracingFeatureBuilder#operationName}; {@code http-method} or {@code route},
   * {@code http-method} by default.
   */
  public static final String OPERATION_NAME = "jaxrs-tracing.client.operation-name";

  /**
   * See {@link ClientTracingFeatureBuilder#tags}; a list of {@code opentracing}, {@code
   * opentelemetry} and {@code zipkin}, {@code opentracing} by default.
   */
  public static final String TAGS = "jaxrs-tracing.client.tags";

  /** See {@link ClientTracingFeatureBuilder#captureRequestHeaders}; a list, empty by default. */
  public static final String CAPTURE_REQUEST_HEADERS =
      "jaxrs-tracing.client.capture-request-headers";

  /** See {@link ClientTracingFeatureBuilder#captureResponseHeaders}; a list, empty by default. */
  public static final String CAPTURE_RESPONSE_HEADERS =
      "jaxrs-tracing.client.capture-response-headers";

  /** See {@link ClientTracingFeatureBuilder#redactParameters}; a list, empty by default. */
  public static final String REDACT_PARAMETERS = "jaxrs-tracing.client.redact-parameters";

  /**
   * See {@link ClientTracingFeatureBuilder#redactOnlyParameters}; a list, {@link
   * io.github.jaxrstracing.span.UrlSanitizer#SECRET_PARAMETERS} by default.
   */
  public static final String REDACT_ONLY_PARAMETERS = "jaxrs-tracing.client.redact-only-parameters";

  /** See {@link ClientTracingFeatureBuilder#dropQuery()}; true or false, false by default. */
  public static final String DROP_QUERY = "jaxrs-tracing.client.drop-query";

  /**
   * See {@link ClientTracingFeatureBuilder#serializationSpans()}; true or false, false by default.
   */
  public static final String SERIALIZATION_SPANS = "jaxrs-tracing.client.serialization-spans";

  /**
   * See {@link ClientTracingFeatureBuilder#peerService}; a list of pairs such as {@code
   * api.example.com=orders} or {@code api.example.com:8080=orders}, empty by default.
   */
  public static final String PEER_SERVICE = "jaxrs-tracing.client.peer-service";

  /** See {@link ClientTracingFeatureBuilder#expandErrorLogs()}; true or false, false by default. */
  public static final String EXPAND_ERROR_LOGS = "jaxrs-tracing.client.expand-error-logs";

  /** See {@link ClientTracingFeatureBuilder#baggageTags}; a list, empty by default. */
  public static final String BAGGAGE_TAGS = "jaxrs-tracing.client.baggage-tags";

  /** See {@link ClientTracingFeatureBuilder#maxTagValueLength}; a whole number, 1024 by default. */
  public static final String MAX_TAG_VALUE_LENGTH = "jaxrs-tracing.client.max-tag-value-length";

  /** See {@link ClientTracingFeatureBuilder#logCorrelation()}; true or false, false by default. */
  public static final String LOG_CORRELATION = "jaxrs-tracing.client.log-correlation";

  /** See {@link ClientTracingFeatureBuilder#logTraceIdKey}; a text, {@code trace_id} by default. */
  public static final String LOG_TRACE_ID_KEY = "jaxrs-tracing.client.log-trace-id-key";

  /** See {@link ClientTracingFeatureBuilder#logSpanIdKey}; a text, {@code span_id} by default. */
  public static final String LOG_SPAN_ID_KEY = "jaxrs-tracing.client.log-span-id-key";

  private ClientTracingProperties() {}
}
