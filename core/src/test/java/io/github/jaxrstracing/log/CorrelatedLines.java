// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import io.github.jaxrstracing.log.LogCorrelation.Before;
import io.github.jaxrstracing.span.Guard;
import io.opentracing.SpanContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An application whose log shows the ids; what it gives are the lines of its log. */
abstract class CorrelatedLines implements Supplier<List<String>> {
  abstract void configure(String pattern);

  abstract void log(String message);

  abstract void put(String key, String value);

  abstract List<String> lines();

  @Override
  public List<String> get() {
    configure("trace=%X{t-id} span=%X{s-id}");
    LogCorrelation correlation = LogCorrelation.of("t-id", "s-id", new Guard());
    log("before");
    Before outer = correlation.put(context("1", "2"));
    log("outer");
    Before inner = correlation.put(context("3", "4"));
    log("inner");
    correlation.restore(inner);
    log("outer again");
    correlation.restore(outer);
    log("after");

    put("t-id", "own");
    log("application's own");
    Before over = correlation.put(context("1", "2"));
    log("over it");
    correlation.restore(over);
    log("its own again");
    correlation.put(context("", "2"));
    correlation.put(context("1", ""));
    log("no ids");
    correlation.restore(correlation.put(context(null, null)));
    log("tracer failed");
    return lines();
  }

  private static SpanContext context(String traceId, String spanId) {
    return new SpanContext() {
      @Override
      public String toTraceId() {
        if (traceId == null) {
          throw new IllegalStateException("tracer");
        }
        return traceId;
      }

      @Override
      public String toSpanId() {
        return spanId;
      }

      @Override
      public Iterable<Map.Entry<String, String>> baggageItems() {
        return List.of();
      }
    };
  }
}
