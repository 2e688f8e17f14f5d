// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

/**
 * The names of the properties that configure a {@link TracingFeature} without code. The first value
 * counts of: what was given to the builder, the property of the Jakarta REST configuration,
 * MicroProfile Config where the CDI extension is on the class path, the system property, the
 * environment variable ({@code JAXRS_TRACING_SERVER_TRACE_ALL} for {@link #TRACE_ALL}), the
 * default.
 */
public final class ServerTracingProperties {
  /**
   * Whether a feature registers itself; true or false, true by default with the CDI extension on
   * the class path and false without. False also leaves out the business methods of CDI beans.
   * {@code jaxrs-tracing.enabled=false} switches off everything, clients and features that were
   * registered in code too.
   */
  public static final String ENABLED = "jaxrs-tracing.server.enabled";

  /**
   * See {@link TracingFeatureBuilder#traceAll()}; true or false, false by default. True for the
   * feature that registers itself with the CDI extension on the class path.
   */
  public static final String TRACE_ALL = "jaxrs-tracing.server.trace-all";

  /**
   * See {@link TracingFeatureBuilder#skip}; a regular expression, none by default. The feature that
   * registers itself with the CDI extension on the class path leaves out {@code /health}, {@code
   * /metrics} and {@code /openapi} besides.
   */
  public static final String SKIP = "jaxrs-tracing.server.skip";

  /**
   * See {@link TracingFeatureBuilder#operationName}; {@code route}, {@code http-method} or {@code
   * class-method}, {@code route} by default. {@code class-method} for the feature that registers
   * itself with the CDI extension and MicroProfile OpenTracing on the class path.
   */
  public static final String OPERATION_NAME = "jaxrs-tracing.server.operation-name";

  /**
   * See {@link TracingFeatureBuilder#tags}; a list of {@code opentracing}, {@code opentelemetry}
   * and {@code zipkin}, {@code opentracing} by default.
   */
  public static final String TAGS = "jaxrs-tracing.server.tags";

  /** See {@link TracingFeatureBuilder#requestTags}; a list of attributes, empty by default. */
  public static final String REQUEST_TAGS = "jaxrs-tracing.server.request-tags";

  /** See {@link TracingFeatureBuilder#captureRequestHeaders}; a list, empty by default. */
  public static final String CAPTURE_REQUEST_HEADERS =
      "jaxrs-tracing.server.capture-request-headers";

  /** See {@link TracingFeatureBuilder#captureResponseHeaders}; a list, empty by default. */
  public static final String CAPTURE_RESPONSE_HEADERS =
      "jaxrs-tracing.server.capture-response-headers";

  /** See {@link TracingFeatureBuilder#redactParameters}; a list, empty by default. */
  public static final String REDACT_PARAMETERS = "jaxrs-tracing.server.redact-parameters";

  /**
   * See {@link TracingFeatureBuilder#redactOnlyParameters}; a list, {@link
   * io.github.jaxrstracing.span.UrlSanitizer#SECRET_PARAMETERS} by default.
   */
  public static final String REDACT_ONLY_PARAMETERS = "jaxrs-tracing.server.redact-only-parameters";

  /** See {@link TracingFeatureBuilder#dropQuery()}; true or false, false by default. */
  public static final String DROP_QUERY = "jaxrs-tracing.server.drop-query";

  /** See {@link TracingFeatureBuilder#joinActiveSpan()}; true or false, false by default. */
  public static final String JOIN_ACTIVE_SPAN = "jaxrs-tracing.server.join-active-span";

  /** See {@link TracingFeatureBuilder#traceIdHeader}; a header's name, none by default. */
  public static final String TRACE_ID_HEADER = "jaxrs-tracing.server.trace-id-header";

  /** See {@link TracingFeatureBuilder#serializationSpans()}; true or false, false by default. */
  public static final String SERIALIZATION_SPANS = "jaxrs-tracing.server.serialization-spans";

  /** See {@link TracingFeatureBuilder#expandErrorLogs()}; true or false, false by default. */
  public static final String EXPAND_ERROR_LOGS = "jaxrs-tracing.server.expand-error-logs";

  /** See {@link TracingFeatureBuilder#baggageTags}; a list, empty by default. */
  public static final String BAGGAGE_TAGS = "jaxrs-tracing.server.baggage-tags";

  /** See {@link TracingFeatureBuilder#maxTagValueLength}; a whole number, 1024 by default. */
  public static final String MAX_TAG_VALUE_LENGTH = "jaxrs-tracing.server.max-tag-value-length";

  /** See {@link TracingFeatureBuilder#logCorrelation()}; true or false, false by default. */
  public static final String LOG_CORRELATION = "jaxrs-tracing.server.log-correlation";

  /** See {@link TracingFeatureBuilder#logTraceIdKey}; a text, {@code trace_id} by default. */
  public static final String LOG_TRACE_ID_KEY = "jaxrs-tracing.server.log-trace-id-key";

  /** See {@link TracingFeatureBuilder#logSpanIdKey}; a text, {@code span_id} by default. */
  public static final String LOG_SPAN_ID_KEY = "jaxrs-tracing.server.log-span-id-key";

  private ServerTracingProperties() {}
}
