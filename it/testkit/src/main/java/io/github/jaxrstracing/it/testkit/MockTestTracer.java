// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

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

  @Override
  public String idsIn(Map<String, List<String>> headers) {
    String traceId = TestTracer.header(headers, "traceid");
    String spanId = TestTracer.header(headers, "spanid");
    return traceId == null && spanId == null ? "none" : traceId + "/" + spanId;
  }

  @Override
  public @Nullable String baggageIn(Map<String, List<String>> headers, String key) {
    return TestTracer.header(headers, "baggage-" + key);
  }

  private static FinishedSpan finished(MockSpan span) {
    Map<String, Object> tags = new HashMap<>(span.tags());
    Object kind = tags.remove("span.kind");
    // An error that is told in another way stays a tag, for whoever wants to see it.
    boolean isError = tags.remove("error", true);
    return new FinishedSpan(
        span.operationName(),
        span.context().toTraceId(),
        span.context().toSpanId(),
        span.parentId() == 0 ? null : String.valueOf(span.parentId()),
        kind == null ? null : kind.toString(),
        span.startMicros(),
        span.finishMicros(),
        tags,
        isError,
        span.logEntries().stream().map(entry -> entry.fields().toString()).toList(),
        exceptions(span));
  }

  private static List<Throwable> exceptions(MockSpan span) {
    return span.logEntries().stream()
        .filter(entry -> "error".equals(entry.fields().get("event")))
        .map(entry -> entry.fields().get("error.object"))
        .filter(Throwable.class::isInstance)
        .map(Throwable.class::cast)
        .toList();
  }
}
