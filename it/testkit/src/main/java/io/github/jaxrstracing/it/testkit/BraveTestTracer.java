// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import brave.Tracing;
import brave.baggage.BaggageField;
import brave.baggage.BaggagePropagation;
import brave.baggage.BaggagePropagationConfig.SingleBaggageField;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.opentracing.BraveTracer;
import brave.propagation.B3Propagation;
import brave.propagation.CurrentTraceContext;
import brave.propagation.TraceContext;
import io.opentracing.Tracer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Brave, which refuses spans and contexts that are not its own. */
public final class BraveTestTracer implements TestTracer {
  private final List<FinishedSpan> finished = new CopyOnWriteArrayList<>();
  private final Tracer tracer =
      BraveTracer.create(
          Tracing.newBuilder()
              .supportsJoin(false)
              // The default gives to a new thread what is active where it is made, for good.
              .currentTraceContext(CurrentTraceContext.Default.create())
              .propagationFactory(
                  BaggagePropagation.newFactoryBuilder(B3Propagation.FACTORY)
                      .add(SingleBaggageField.remote(BaggageField.create("tenant")))
                      .build())
              .addSpanHandler(
                  new SpanHandler() {
                    @Override
                    public boolean end(TraceContext context, MutableSpan span, Cause cause) {
                      finished.add(finished(span));
                      return true;
                    }
                  })
              .build());

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public List<FinishedSpan> finishedSpans() {
    return List.copyOf(finished);
  }

  @Override
  public String idsIn(Map<String, List<String>> headers) {
    String traceId = TestTracer.header(headers, "X-B3-TraceId");
    String spanId = TestTracer.header(headers, "X-B3-SpanId");
    return traceId == null && spanId == null ? "none" : traceId + "/" + spanId;
  }

  @Override
  public @Nullable String baggageIn(Map<String, List<String>> headers, String key) {
    return TestTracer.header(headers, key);
  }

  @Override
  public boolean keepsOnlyText() {
    return true;
  }

  /** Brave makes an endpoint of both, or nothing. */
  @Override
  public boolean keepsPortWithoutAddress() {
    return false;
  }

  private static FinishedSpan finished(MutableSpan span) {
    Map<String, Object> tags = new HashMap<>(span.tags());
    boolean isError = tags.remove("error") != null;
    return new FinishedSpan(
        span.name(),
        span.traceId(),
        span.id(),
        span.parentId(),
        span.kind() == null ? null : span.kind().name().toLowerCase(Locale.ROOT),
        span.startTimestamp(),
        span.finishTimestamp(),
        tags,
        isError,
        span.annotations().stream().map(Map.Entry::getValue).toList(),
        List.of());
  }
}
