// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.jaegertracing.internal.JaegerSpan;
import io.jaegertracing.internal.JaegerTracer;
import io.jaegertracing.internal.samplers.ConstSampler;
import io.jaegertracing.spi.Reporter;
import io.opentracing.Tracer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The client of Jaeger, which records what others have not asked it to, too. */
final class JaegerTestTracer implements TestTracer {
  private final List<JaegerSpan> reported = new CopyOnWriteArrayList<>();
  private final JaegerTracer tracer =
      new JaegerTracer.Builder("contract")
          .withReporter(
              new Reporter() {
                @Override
                public void report(JaegerSpan span) {
                  reported.add(span);
                }

                @Override
                public void close() {}
              })
          .withSampler(new ConstSampler(true))
          .withTraceId128Bit()
          .build();

  @Override
  public Tracer tracer() {
    return tracer;
  }

  @Override
  public List<FinishedSpan> finishedSpans() {
    return reported.stream().map(JaegerTestTracer::finished).toList();
  }

  @Override
  public String idsIn(Map<String, List<String>> headers) {
    String context = TestTracer.header(headers, "uber-trace-id");
    if (context == null) {
      return "none";
    }
    String[] parts = context.split(":", -1);
    return parts.length == 4 ? parts[0] + '/' + parts[1] : context;
  }

  @Override
  public @Nullable String baggageIn(Map<String, List<String>> headers, String key) {
    return TestTracer.header(headers, "uberctx-" + key);
  }

  private static FinishedSpan finished(JaegerSpan span) {
    Map<String, Object> tags = new HashMap<>(span.getTags());
    // A header of the request as it came: the tracer's own tag, which nobody else can cut.
    tags.remove("jaeger-debug-id");
    Object kind = tags.remove("span.kind");
    boolean isError = tags.remove("error", true);
    long parent = span.context().getParentId();
    return new FinishedSpan(
        span.getOperationName(),
        span.context().toTraceId(),
        span.context().toSpanId(),
        parent == 0 ? null : Long.toHexString(parent),
        kind == null ? null : kind.toString(),
        span.getStart(),
        span.getStart() + span.getDuration(),
        tags,
        isError,
        span.getLogs() == null
            ? List.of()
            : span.getLogs().stream().map(log -> String.valueOf(log.getFields())).toList(),
        List.of());
  }
}
