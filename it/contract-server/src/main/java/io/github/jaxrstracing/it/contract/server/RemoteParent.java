// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format;
import io.opentracing.propagation.TextMapAdapter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A caller's span: its ids and the headers that carry it. */
record RemoteParent(String traceId, String spanId, Map<String, String> headers) {
  static RemoteParent of(Tracer tracer, Map<String, String> baggage) {
    Span span = tracer.buildSpan("caller").start();
    baggage.forEach(span::setBaggageItem);
    Map<String, String> headers = new LinkedHashMap<>();
    tracer.inject(span.context(), Format.Builtin.HTTP_HEADERS, new TextMapAdapter(headers));
    return new RemoteParent(span.context().toTraceId(), span.context().toSpanId(), headers);
  }

  /** The headers as names and values in turn. */
  String[] flat(UnaryOperator<String> name, UnaryOperator<String> value) {
    return headers.entrySet().stream()
        .flatMap(
            header ->
                java.util.stream.Stream.of(
                    name.apply(header.getKey()), value.apply(header.getValue())))
        .toArray(String[]::new);
  }
}
