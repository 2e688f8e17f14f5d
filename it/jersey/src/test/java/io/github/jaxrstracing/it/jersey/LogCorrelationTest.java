// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.Suspended;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import org.glassfish.jersey.server.ManagedAsync;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** The ids of the active span in the MDC, on every thread that works for a request. */
class LogCorrelationTest extends ServerContract implements OnGrizzly {
  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "async", "managed"})
  void idsAreInTheMdcWhereTheSpanIsActive(String where) throws Exception {
    serve(
        new App()
            .with(new Lines(elsewhere()), new Filter())
            .with(tracingBuilder().traceAll().logCorrelation().build()));

    HttpResponse<String> answer = get("lines/" + where);

    FinishedSpan span = span();
    String ids = span.traceId() + '/' + span.spanId();
    assertThat(answer.body()).isEqualTo(ids);
    assertThat(answer.headers().firstValue("ids")).hasValue(ids);
    assertThat(elsewhere().submit(Lines::ids).get()).isEqualTo("null/null");
    assertThat(get("lines/untraced").body()).isEqualTo("null/null");
  }

  @Test
  void idsHaveTheKeysThatTheyWereGiven() throws Exception {
    serve(
        new App()
            .with(new Lines(elsewhere()))
            .with(
                tracingBuilder()
                    .traceAll()
                    .logCorrelation()
                    .logTraceIdKey("traceId")
                    .logSpanIdKey("spanId")
                    .build()));

    assertThat(get("lines/other-keys").body()).isEqualTo(span().traceId());
  }

  @Test
  void idsAreNowhereByDefault() throws Exception {
    serve(new App().with(new Lines(elsewhere())).with(tracingAll()));

    assertThat(get("lines/sync").body()).isEqualTo("null/null");
  }

  /** Puts what a response filter sees into a header. */
  private static final class Filter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      response.getHeaders().putSingle("ids", Lines.ids());
    }
  }

  /** Tells what a line of the log would have. */
  @Path("lines")
  public static final class Lines {
    private final ExecutorService elsewhere;

    Lines(ExecutorService elsewhere) {
      this.elsewhere = elsewhere;
    }

    static String ids() {
      return MDC.get("trace_id") + '/' + MDC.get("span_id");
    }

    /** On the request's thread. */
    @GET
    @Path("sync")
    public String sync() {
      return ids();
    }

    /** Answers on another thread. */
    @GET
    @Path("async")
    public void async(@Suspended AsyncResponse response) {
      String ids = ids();
      elsewhere.execute(() -> response.resume(ids));
    }

    /** Runs on Jersey's own threads. */
    @GET
    @Path("managed")
    @ManagedAsync
    public void managed(@Suspended AsyncResponse response) {
      response.resume(ids());
    }

    /** Has no span. */
    @GET
    @Path("untraced")
    @Traced(false)
    public String untraced() {
      return ids();
    }

    /** Looks where the ids were told to be. */
    @GET
    @Path("other-keys")
    public String otherKeys() {
      return MDC.get("traceId");
    }
  }
}
