// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.opentracing.Tracer;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenTracing's own {@link MockTracer}, which notices what is done to a finished span. */
public final class MockTestTracer implements TestTracer {
  private final MockTracer tracer = new MockTracer();

  /** Makes a tracer without spans. */
  public MockTestTracer() {}

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public List<FinishedSpan> finishedSpans() {
    return tracer.finishedSpans().stream().map(MockTestTracer::finished).toList();
  }

  @Override
  public List<String> complaints() {
    return tracer.finishedSpans().stream()
        .flatMap(span -> span.generatedErrors().stream())
        .map(String::valueOf)
        .toList();
  }

  private static FinishedSpan finished(MockSpan span) {
    Map<String, String> tags = new HashMap<>();
    span.tags().forEach((key, value) -> tags.put(key, String.valueOf(value)));
    String kind = tags.remove("span.kind");
    String error = tags.remove("error");
    return new FinishedSpan(
        span.operationName(),
        span.context().toTraceId(),
        span.context().toSpanId(),
        parentId(span),
        kind,
        span.startMicros(),
        span.finishMicros(),
        tags,
        Boolean.parseBoolean(error),
        span.logEntries().stream().map(entry -> entry.fields().toString()).toList());
  }

  private static @Nullable String parentId(MockSpan span) {
    return span.parentId() == 0 ? null : String.valueOf(span.parentId());
  }
}
