// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.jersey.JerseyResources.Greeting;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.opentracing.Scope;
import io.opentracing.Span;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.Test;

/** A request that comes with a span of a servlet filter. */
class ServletFilterSpanTest extends ServerContract implements OnJetty {
  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @Override
  public void configure(ServletContextHandler context) {
    context.addFilter(
        new FilterHolder(new Tracing()), "/greeting", EnumSet.of(DispatcherType.REQUEST));
  }

  @Test
  void isNotJoinedUnlessThatIsAskedFor() throws Exception {
    serve(new App().with(Greeting.class).with(tracing()));

    get("greeting");

    List<FinishedSpan> spans = spans(2);
    assertThat(spans)
        .extracting(FinishedSpan::name)
        .containsExactly("GET:/greeting", "servlet filter");
    assertThat(spans).extracting(FinishedSpan::parentId).containsOnlyNulls();
  }

  @Test
  void isTheParentWhereThatIsAskedFor() throws Exception {
    serve(new App().with(Greeting.class).with(tracingBuilder().joinActiveSpan().build()));

    get("greeting");

    List<FinishedSpan> spans = spans(2);
    assertThat(spans.get(0).parentId()).isEqualTo(spans.get(1).spanId());
    assertThat(spans.get(0).traceId()).isEqualTo(spans.get(1).traceId());
  }

  private final class Tracing extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    @SuppressWarnings("try") // the scope is there to be closed
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      Span span = tracer().buildSpan("servlet filter").start();
      try (Scope scope = tracer().activateSpan(span)) {
        chain.doFilter(request, response);
      } finally {
        span.finish();
      }
    }
  }
}
