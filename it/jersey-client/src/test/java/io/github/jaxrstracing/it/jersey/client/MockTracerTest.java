// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static java.util.stream.Collectors.toMap;

import io.github.jaxrstracing.it.contract.client.TinyServer;
import io.github.jaxrstracing.it.contract.client.TracerContract;
import io.opentracing.Tracer;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import java.util.List;
import java.util.Map;

class MockTracerTest extends TracerContract {
  private final MockTracer tracer = new MockTracer();

  @Override
  protected Tracer tracer() {
    return tracer;
  }

  @Override
  protected List<Finished> finished() {
    return tracer.finishedSpans().stream().map(MockTracerTest::finished).toList();
  }

  private static Finished finished(MockSpan span) {
    Map<String, String> tags =
        span.tags().entrySet().stream()
            .collect(toMap(Map.Entry::getKey, tag -> tag.getValue().toString()));
    return new Finished(
        span.operationName(),
        span.context().toTraceId(),
        span.context().toSpanId(),
        span.parentId() == 0 ? null : String.valueOf(span.parentId()),
        tags,
        tags.containsKey("error"));
  }

  @Override
  protected List<String> wire(TinyServer.Received received) {
    return List.of(received.headers().getFirst("traceid"), received.headers().getFirst("spanid"));
  }
}
