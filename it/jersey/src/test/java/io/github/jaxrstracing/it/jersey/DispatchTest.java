// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Span;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.Test;

/** Requests that a servlet container dispatches to Jersey once more. */
class DispatchTest extends ServerContract implements OnJetty {
  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @Override
  public void configure(ServletContextHandler context) {
    ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
    pages.addErrorPage(404, "/pages/error");
    context.setErrorHandler(pages);
  }

  @Test
  void errorPageIsChildOfTheRequestThatFailed() throws Exception {
    serve(new App().with(Pages.class).with(tracingAll()));

    assertThat(get("nowhere").body()).isEqualTo("the page of errors");

    List<FinishedSpan> spans = spans(2);
    assertThat(spans).extracting(FinishedSpan::name).containsExactly("GET", "GET:/pages/error");
    assertThat(spans).extracting(FinishedSpan::status).first().isEqualTo("404");
    assertThat(spans.get(0).parentId()).isNull();
    assertThat(spans.get(1).parentId()).isEqualTo(spans.get(0).spanId());
  }

  @Test
  void forwardIsChildOfTheRequestThatForwards() throws Exception {
    serve(new App().with(Pages.class).with(tracingAll(), new Telling()));

    assertThat(get("pages/forward").body()).isEqualTo("inner");

    List<FinishedSpan> spans = spans(2);
    assertThat(spans)
        .extracting(FinishedSpan::name)
        .containsExactly("GET:/pages/inner", "GET:/pages/forward");
    assertThat(spans.get(0).parentId()).isEqualTo(spans.get(1).spanId());
    assertThat(spans.get(1).parentId()).isNull();
    assertThat(spans.get(1).tags()).containsEntry("told", "by the filter");
  }

  @Test
  void forwardToAResourceThatIsNotTracedHasNoSpan() throws Exception {
    serve(new App().with(Pages.class).with(tracingAll()));

    assertThat(get("pages/forward-untraced").body()).isEqualTo("no span");

    assertThat(span().name()).isEqualTo("GET:/pages/forward-untraced");
  }

  /** Tells the span of a request by hand. */
  private static final class Telling implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      Span span = TracingFeature.spanOf(request);
      if (span != null) {
        span.setTag("told", "by the filter");
      }
    }
  }

  /** Pages that lead to others. */
  @Path("pages")
  public static class Pages {
    @GET
    @Path("error")
    public String error() {
      return "the page of errors";
    }

    @GET
    @Path("forward")
    public void forward(@Context HttpServletRequest request, @Context HttpServletResponse response)
        throws Exception {
      request.getRequestDispatcher("/pages/inner").forward(request, response);
    }

    @GET
    @Path("inner")
    public String inner() {
      return "inner";
    }

    @GET
    @Path("forward-untraced")
    public void forwardUntraced(
        @Context HttpServletRequest request, @Context HttpServletResponse response)
        throws Exception {
      request.getRequestDispatcher("/pages/untraced").forward(request, response);
    }

    @GET
    @Path("untraced")
    @Traced(false)
    public String untraced(@Context ContainerRequestContext request) {
      return TracingFeature.spanOf(request) == null ? "no span" : "a span";
    }
  }
}
