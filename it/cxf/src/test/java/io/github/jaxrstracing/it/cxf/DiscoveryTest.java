// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.cxf.CxfResources.Untraced;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.server.ServerTracingProperties;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tracing without code: CXF reads no service files for features, but has a door of its own. */
class DiscoveryTest extends ServerContract implements OnJetty {
  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @AfterEach
  void forget() {
    System.clearProperty(ServerTracingProperties.ENABLED);
    System.clearProperty(ServerTracingProperties.TRACE_ALL);
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  @Test
  void tracesAnApplicationWithoutAFeatureWhereTheSystemPropertySaysSo() throws Exception {
    GlobalTracer.registerIfAbsent(tracer());
    System.setProperty(ServerTracingProperties.ENABLED, "true");
    System.setProperty(ServerTracingProperties.TRACE_ALL, "true");
    serve(new App().with(Untraced.class));

    get("untraced");

    assertThat(span().name()).isEqualTo("GET:/untraced");
  }

  @Test
  void tracesNothingByDefault() throws Exception {
    GlobalTracer.registerIfAbsent(tracer());
    serve(new App().with(Untraced.class));

    get("untraced");

    assertThat(started()).isZero();
  }

  // CXF makes what belongs to all applications before it knows them.
  @Test
  void doesNotSeeThePropertyOfTheApplication() throws Exception {
    GlobalTracer.registerIfAbsent(tracer());
    serve(new App().with(Untraced.class).property(ServerTracingProperties.ENABLED, "true"));

    get("untraced");

    assertThat(started()).isZero();
  }

  @Test
  void yieldsToAFeatureThatIsRegistered() throws Exception {
    TestTracer other = newTracer();
    GlobalTracer.registerIfAbsent(other.tracer());
    System.setProperty(ServerTracingProperties.ENABLED, "true");
    System.setProperty(ServerTracingProperties.TRACE_ALL, "true");
    serve(
        new App()
            .with(Untraced.class)
            .with(tracingBuilder().traceAll().operationName(request -> "explicit").build()));

    for (int i = 0; i < 10; i++) {
      get("untraced");
    }

    assertThat(spans(10)).extracting(FinishedSpan::name).containsOnly("explicit");
    assertThat(other.finishedSpans()).isEmpty();
  }
}
