// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The time in which a user sends requests of their own, and looks at their traces. */
final class Visit {
  private final Collector collector;
  private final Backend backend;
  private final Terminal terminal;

  Visit(Collector collector, Backend backend, Terminal terminal) {
    this.collector = collector;
    this.backend = backend;
    this.terminal = terminal;
  }

  /** Prints a link for each new trace until the input has a line, or ends. */
  void untilEnter(InputStream input) throws IOException, InterruptedException {
    Thread follower = new Thread(this::follow, "follow-traces");
    follower.start();
    try {
      int read = input.read();
      while (read != '\n' && read != -1) {
        read = input.read();
      }
    } finally {
      follower.interrupt();
      follower.join();
    }
  }

  private void follow() {
    try {
      for (int seen = collector.spans().size(); ; seen++) {
        while (collector.spans().size() <= seen) {
          collector.await(seen + 1, Duration.ofMinutes(1));
        }
        announce(collector.spans().get(seen));
      }
    } catch (InterruptedException e) {
      // The visit is over.
    }
  }

  private void announce(SpanData span) {
    if (!span.getParentSpanContext().isValid()) {
      terminal.out().println(Trace.serviceOf(span) + ' ' + span.getName());
      backend.links(span.getTraceId()).forEach(link -> terminal.out().println("    " + link));
    }
  }
}
