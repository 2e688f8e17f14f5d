// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.opentracing.BraveTracer;
import brave.propagation.TraceContext;
import io.github.jaxrstracing.it.contract.client.TinyServer;
import io.github.jaxrstracing.it.contract.client.TracerContract;
import io.opentracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

class BraveTest extends TracerContract {
  private final List<Finished> finished = new CopyOnWriteArrayList<>();
  private final Tracing tracing = Tracing.newBuilder().addSpanHandler(new Keeping()).build();
  private final Tracer tracer = BraveTracer.create(tracing);

  @AfterEach
  void closeTracing() {
    tracing.close();
  }

  @Override
  protected Tracer tracer() {
    return tracer;
  }

  @Override
  protected List<Finished> finished() {
    return finished;
  }

  @Override
  protected List<String> wire(TinyServer.Received received) {
    return List.of(
        received.headers().getFirst("X-B3-TraceId"), received.headers().getFirst("X-B3-SpanId"));
  }

  private final class Keeping extends SpanHandler {
    @Override
    public boolean end(TraceContext context, MutableSpan span, Cause cause) {
      Map<String, String> tags = span.tags();
      finished.add(
          new Finished(
              span.name(),
              span.traceId(),
              span.id(),
              span.parentId(),
              tags,
              tags.containsKey("error") || span.error() != null));
      return true;
    }
  }
}
