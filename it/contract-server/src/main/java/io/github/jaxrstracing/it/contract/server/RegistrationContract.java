// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.AnnotatedResources.OnClass;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.Plain;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.server.TracingFeature;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import org.junit.jupiter.api.Test;

/** One span a request, however often and wherever the feature is registered. */
public abstract class RegistrationContract extends ServerContract {
  /** Called by JUnit. */
  protected RegistrationContract() {}

  /**
   * Where the application itself registers two features.
   *
   * @throws Exception when the test fails
   */
  @Test
  protected void makesOneSpanWhenTheFeatureIsRegisteredTwice() throws Exception {
    serve(new App().with(OnClass.class).with(tracing(), tracing()));

    get("on-class");

    assertThat(span().name()).isEqualTo("GET:/on-class");
  }

  @Test
  void makesOneSpanWhenAnotherFeatureRegistersTheFeatureToo() throws Exception {
    serve(new App().with(OnClass.class).with(tracing(), new Registering(tracing())));

    get("on-class");

    assertThat(span().name()).isEqualTo("GET:/on-class");
  }

  @Test
  void keepsTheTracersOfTwoApplicationsApart() throws Exception {
    TestTracer other = newTracer();
    RunningServer first = serve(new App().with(OnClass.class, Plain.class).with(tracing()));
    serve(
        new App()
            .with(OnClass.class, Plain.class)
            .with(TracingFeature.builder().tracer(other.tracer()).traceAll().build()));

    get("plain");
    get("on-class");
    get(first.baseUri().resolve("on-class").toString());
    get(first.baseUri().resolve("plain").toString());

    assertThat(span().tags().get("http.url")).asString().startsWith(first.baseUri().toString());
    awaitSoon().until(() -> other.finishedSpans().size() == 2);
    assertThat(other.finishedSpans())
        .extracting(FinishedSpan::name)
        .containsExactly("GET:/plain", "GET:/on-class");
  }

  private record Registering(TracingFeature feature) implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      context.register(feature);
      return true;
    }
  }
}
