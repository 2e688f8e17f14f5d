// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import brave.Tags;
import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.CurrentTraceContext;
import brave.propagation.TraceContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One Brave, and what it would tell Zipkin of each span. */
public final class ZipkinSpans extends SpanHandler {
  /** A span as Zipkin shows it, without its times and ids. */
  public record ZipkinSpan(
      String name,
      String kind,
      @Nullable String remoteService,
      @Nullable String remoteIp,
      int remotePort,
      Map<String, String> tags) {

    /** The same, as an instrumentation tells it that does not see the connection. */
    public ZipkinSpan withoutEndpoint() {
      return new ZipkinSpan(name, kind, remoteService, null, 0, tags);
    }

    /** What remains where name and error are meant to differ. */
    public ZipkinSpan withoutNameAndError() {
      Map<String, String> others = new TreeMap<>(tags);
      others.remove("error");
      return new ZipkinSpan("", kind, remoteService, remoteIp, remotePort, others);
    }
  }

  private final BlockingQueue<ZipkinSpan> finished = new LinkedBlockingQueue<>();
  private final Tracing tracing =
      Tracing.newBuilder()
          .currentTraceContext(CurrentTraceContext.Default.create())
          .addSpanHandler(this)
          .build();

  public Tracing tracing() {
    return tracing;
  }

  /** The next span; it ends after its response has been read. */
  public ZipkinSpan next() throws InterruptedException {
    ZipkinSpan span = finished.poll(10, TimeUnit.SECONDS);
    if (span == null) {
      throw new AssertionError("no span within 10 seconds");
    }
    return span;
  }

  @Override
  public boolean end(TraceContext context, MutableSpan span, Cause cause) {
    Map<String, String> tags = new TreeMap<>(span.tags());
    if (span.error() != null) {
      // As Brave's encoder for Zipkin does it.
      tags.putIfAbsent(Tags.ERROR.key(), Tags.ERROR.value(span.error(), context));
    }
    finished.add(
        new ZipkinSpan(
            span.name(),
            String.valueOf(span.kind()),
            span.remoteServiceName(),
            span.remoteIp(),
            span.remotePort(),
            tags));
    return true;
  }

  public void close() {
    tracing.close();
  }
}
