// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.Scope;
import io.opentracing.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tracer notices what the soak is there to find. */
class LedgerTracerTest {
  private final Violations violations = new Violations();
  private final List<SpanEnd> ended = new ArrayList<>();
  private final LedgerTracer tracer = new LedgerTracer(violations, ended::add);

  private Span span() {
    return tracer
        .buildSpan("GET")
        .withTag("span.kind", "server")
        .withTag("http.url", "http://127.0.0.1/plain?n=7")
        .start();
  }

  @Test
  void noticesWhatIsDoneAfterTheEnd() {
    Span span = span();
    span.finish();

    span.setTag("late", true);
    span.log("late");
    span.finish();

    assertThat(violations.lines())
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly("finished twice", "log after the end", "tag after the end");
    assertThat(ended).hasSize(1);
  }

  @Test
  void noticesAnEndBeforeTheStart() {
    Span span = tracer.buildSpan("GET").withStartTimestamp(2).start();

    span.finish(1);

    assertThat(violations.lines()).singleElement().asString().startsWith("negative duration");
  }

  @Test
  void noticesAScopeThatIsClosedOnAnotherThread() throws Exception {
    Scope scope = tracer.activateSpan(span());

    Thread other = new Thread(scope::close);
    other.start();
    other.join();

    assertThat(violations.lines()).singleElement().asString().startsWith("scope closed on another");
    assertThat(tracer.threadsWithActiveSpan()).containsExactly(Thread.currentThread());
    scope.close();
  }

  @Test
  void tellsWhatIsNotFinished() {
    Span span = span();

    assertThat(tracer.unfinished(n -> false)).hasSize(1);
    assertThat(tracer.unfinished(n -> n == 7)).isEmpty();
    span.finish();
    assertThat(tracer.unfinished(n -> false)).isEmpty();
  }
}
