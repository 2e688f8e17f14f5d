// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentracing.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a tracer on the OpenTelemetry SDK. They count more than the system properties and
 * the {@code OTEL_*} environment variables, which give everything that is not set here.
 *
 * <pre>{@code
 * Tracer tracer =
 *     OpenTelemetryTracer.builder()
 *         .serviceName("shop")
 *         .sampler("probabilistic", 0.1)
 *         .otlpEndpoint("http://collector:4318")
 *         .build();
 * }</pre>
 */
public final class OpenTelemetryTracerBuilder {
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> resourceAttributes = new LinkedHashMap<>();
  private final List<SpanProcessor> spanProcessors = new ArrayList<>();
  private @Nullable String serviceName;
  private @Nullable List<String> propagators;
  private @Nullable String samplerType;
  private double samplerParameter;
  private @Nullable String remoteSampler;
  private @Nullable String otlpEndpoint;
  private @Nullable String zipkinEndpoint;
  private boolean logSpans;

  OpenTelemetryTracerBuilder() {}

  /**
   * Names the service. Without a name OpenTelemetry says {@code unknown_service:java}.
   *
   * @param name the name
   * @return this builder
   */
  public OpenTelemetryTracerBuilder serviceName(String name) {
    serviceName = name;
    return this;
  }

  /**
   * Decides which traces are recorded, by default all. A span with a parent follows the decision of
   * its parent.
   *
   * @param type {@code const}, for all traces or none, or {@code probabilistic}
   * @param parameter for {@code const} 0 or 1; for {@code probabilistic} the share of traces, from
   *     0 to 1
   * @return this builder
   */
  public OpenTelemetryTracerBuilder sampler(String type, double parameter) {
    samplerType = type;
    samplerParameter = parameter;
    return this;
  }

  /**
   * Asks a Jaeger collector which traces are recorded. It may also limit their rate.
   *
   * @param endpoint the URL of its gRPC port, such as {@code http://jaeger:14250}
   * @return this builder
   */
  public OpenTelemetryTracerBuilder remoteSampler(String endpoint) {
    remoteSampler = endpoint;
    return this;
  }

  /**
   * Exports spans by OTLP over HTTP, by default to {@code http://localhost:4318}.
   *
   * @param endpoint the URL without {@code /v1/traces}, such as {@code http://collector:4318}
   * @return this builder
   */
  public OpenTelemetryTracerBuilder otlpEndpoint(String endpoint) {
    otlpEndpoint = endpoint;
    return this;
  }

  /**
   * Exports spans to Zipkin. With an OTLP endpoint too, every span goes to both.
   *
   * @param endpoint the whole URL, such as {@code http://zipkin:9411/api/v2/spans}
   * @return this builder
   */
  public OpenTelemetryTracerBuilder zipkinEndpoint(String endpoint) {
    zipkinEndpoint = endpoint;
    return this;
  }

  /**
   * Chooses the headers that carry the trace context. All of them are written; of those that come
   * in, the last one in this list that is there counts.
   *
   * @param names of {@code tracecontext}, {@code baggage}, {@code b3}, {@code b3multi} and {@code
   *     jaeger}; by default the first two
   * @return this builder
   */
  public OpenTelemetryTracerBuilder propagators(String... names) {
    propagators = List.of(names);
    return this;
  }

  /**
   * Describes the service on all its spans. Called again it adds.
   *
   * @param attributes for example {@code Map.of("deployment.environment.name", "test")}
   * @return this builder
   */
  public OpenTelemetryTracerBuilder resourceAttributes(Map<String, String> attributes) {
    resourceAttributes.putAll(attributes);
    return this;
  }

  /**
   * Writes each finished span as one line to the log, at INFO, by the logger {@code
   * io.github.jaxrstracing.spans}.
   *
   * @return this builder
   */
  public OpenTelemetryTracerBuilder logSpans() {
    logSpans = true;
    return this;
  }

  /**
   * Adds a span processor of the application, beside the one that exports.
   *
   * @param processor closed with the tracer
   * @return this builder
   */
  public OpenTelemetryTracerBuilder spanProcessor(SpanProcessor processor) {
    spanProcessors.add(processor);
    return this;
  }

  /**
   * Sets any other property of OpenTelemetry's autoconfiguration.
   *
   * @param name such as {@code otel.bsp.schedule.delay}
   * @param value as OpenTelemetry documents it
   * @return this builder
   */
  public OpenTelemetryTracerBuilder property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /**
   * Makes the tracer.
   *
   * @return the tracer; {@code close()} exports its last spans, as the end of the JVM does
   * @throws IllegalArgumentException when a value cannot be used; the message names what is valid
   * @throws IllegalStateException when a library is missing; the message names what to add
   */
  public Tracer build() {
    if (samplerType != null && remoteSampler != null) {
      throw new IllegalArgumentException("sampler and remoteSampler are both given; use one.");
    }
    Settings settings = new Settings(properties);
    if (serviceName != null) {
      settings.serviceName(serviceName);
    }
    if (samplerType != null) {
      settings.sampler(samplerType, samplerParameter);
    }
    if (remoteSampler != null) {
      settings.remoteSampler(remoteSampler);
    }
    if (propagators != null) {
      settings.propagators(propagators);
    }
    settings.exporters(otlpEndpoint, zipkinEndpoint);
    String missing = Library.missing(settings::effective);
    if (missing != null) {
      throw new IllegalStateException(missing);
    }
    return Sdk.start(settings.properties(), Map.copyOf(resourceAttributes), processors());
  }

  private List<SpanProcessor> processors() {
    List<SpanProcessor> processors = new ArrayList<>(spanProcessors);
    if (logSpans) {
      processors.add(new SpanLogger());
    }
    return processors;
  }
}
