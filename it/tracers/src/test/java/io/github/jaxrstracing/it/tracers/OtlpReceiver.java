// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A backend that takes spans by OTLP over HTTP and reads them as the protocol defines them. */
final class OtlpReceiver implements AutoCloseable {
  /** A span as it came in, with what describes its service. */
  record Received(Map<String, String> resource, Span span) {
    String service() {
      return resource.get("service.name");
    }

    String id() {
      return hex(span.getSpanId().toByteArray());
    }

    String parentId() {
      return hex(span.getParentSpanId().toByteArray());
    }

    String traceId() {
      return hex(span.getTraceId().toByteArray());
    }

    Map<String, String> attributes() {
      return values(span.getAttributesList());
    }
  }

  private final List<Received> spans = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  OtlpReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Received> spans() {
    return spans;
  }

  List<String> paths() {
    return paths;
  }

  private void receive(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestURI().getPath());
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (exchange;
        InputStream raw = exchange.getRequestBody();
        InputStream body = zipped ? new GZIPInputStream(raw) : raw) {
      for (ResourceSpans of : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
        Map<String, String> resource = values(of.getResource().getAttributesList());
        for (ScopeSpans scope : of.getScopeSpansList()) {
          scope.getSpansList().forEach(span -> spans.add(new Received(resource, span)));
        }
      }
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static Map<String, String> values(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(Collectors.toMap(KeyValue::getKey, each -> text(each.getValue())));
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> Long.toString(value.getIntValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      default -> value.toString();
    };
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
