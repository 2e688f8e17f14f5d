// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Tells what is active on a server's threads, by holding as many of them at once as there are. */
@Path(Probe.PATH)
@Traced(false)
public final class Probe {
  static final String PATH = "probe-of-the-suite";

  private final Tracer tracer;
  private final CyclicBarrier allThreads;

  Probe(Tracer tracer, int threads) {
    this.tracer = tracer;
    this.allThreads = new CyclicBarrier(threads);
  }

  /**
   * Waits until every thread is here.
   *
   * @return {@code "none"}, or the span that is active on this thread
   * @throws Exception when other threads do not come
   */
  @GET
  public String activeSpan() throws Exception {
    allThreads.await(5, TimeUnit.SECONDS);
    Span active = tracer.activeSpan();
    return active == null ? "none" : active.toString();
  }
}
