// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.opentelemetry.OpenTelemetryTracerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where spans go besides the screen: to either, to both or to none.
 *
 * @param otlp takes OTLP over HTTP
 * @param zipkin a Zipkin server
 */
record Backend(@Nullable URI otlp, @Nullable URI zipkin) {
  static final Backend NONE = new Backend(null, null);

  Backend with(URI zipkin) {
    return new Backend(otlp, zipkin);
  }

  boolean isThere() {
    return otlp != null || zipkin != null;
  }

  /** Fails where nobody listens: exporters would only log it, once for each span. */
  void connect() {
    Stream.of(Optional.ofNullable(otlp), Optional.ofNullable(zipkin))
        .flatMap(Optional::stream)
        .forEach(Backend::connect);
  }

  private static void connect(URI uri) {
    int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), port), 5000);
    } catch (IOException e) {
      throw new WrongOption("Nobody listens at " + uri + ": " + e.getMessage());
    }
  }

  void configure(OpenTelemetryTracerBuilder tracer) {
    tracer.property("otel.traces.exporter", "none"); // unless there is an endpoint
    tracer.property("otel.bsp.schedule.delay", "100");
    if (otlp != null) {
      tracer.otlpEndpoint(otlp.toString());
    }
    if (zipkin != null) {
      tracer.zipkinEndpoint(zipkin.resolve("/api/v2/spans").toString());
    }
  }

  /** Where a trace can be looked at; of what takes OTLP only Jaeger's default is known. */
  List<String> links(String traceId) {
    return Stream.of(
            zipkin == null ? null : zipkin.resolve("/zipkin/traces/" + traceId).toString(),
            otlp == null ? null : "http://" + otlp.getHost() + ":16686/trace/" + traceId)
        .filter(Objects::nonNull)
        .toList();
  }
}
