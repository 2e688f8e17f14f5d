// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.AnnotatedResources.OnClass;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.Plain;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One span a request, however often and wherever the feature is registered. */
public abstract class RegistrationContract extends ServerContract {
  private static final AtomicInteger MISSPELT = new AtomicInteger();

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

  @Test
  void tellsOnceThatAnOptionDoesNotExist() throws Exception {
    // Another one each time, since each is told once in a JVM.
    String misspelt = "jaxrs-tracing.server.skip" + MISSPELT.incrementAndGet();
    serve(
        new App()
            .with(OnClass.class)
            .property(misspelt, "/health")
            .property("jaxrs-tracing.client.tags", "zipkin")
            .with(tracing()));

    get("on-class");
    get("on-class");

    spans(2);
    assertThat(takeWarnings())
        .singleElement()
        .asString()
        .contains("no option " + misspelt + ":", "Did you mean jaxrs-tracing.server.skip?");
  }

  @Test
  void tellsOnceThatNothingReadsTheAnnotationOfMicroProfile() throws Exception {
    serve(
        new App()
            .with(OnClass.class, OfMicroProfile.class)
            .with(tracingBuilder().traceAll().build()));

    get("of-micro-profile/named");

    assertThat(span().name()).isEqualTo("GET:/of-micro-profile/named");
    assertThat(takeWarnings())
        .singleElement()
        .asString()
        .contains("@org.eclipse.microprofile.opentracing.Traced", OfMicroProfile.class.getName())
        .contains("Put jaxrs-tracing-cdi-extension on the class path, or use");
  }

  /**
   * Where our feature finds itself and sees what the application has registered.
   *
   * @throws Exception when the test fails
   */
  @Test
  protected void tellsOnceThatResourcesAreTracedButNoFeatureIsRegistered() throws Exception {
    serve(new App().with(OnClass.class, Plain.class));

    get("on-class");
    get("on-class");

    assertThat(started()).isZero();
    assertThat(takeWarnings())
        .singleElement()
        .asString()
        .contains("@io.github.jaxrstracing.server.Traced", OnClass.class.getName())
        .contains("no TracingFeature is registered", "jaxrs-tracing.server.enabled=true");
  }

  @Test
  void isSilentWhereNothingIsToBeTraced() throws Exception {
    serve(new App().with(Plain.class, Excluded.class));

    get("plain");

    assertThat(started()).isZero();
    assertThat(takeWarnings()).isEmpty();
  }

  /** Two methods, one line. */
  @Path("of-micro-profile")
  @org.eclipse.microprofile.opentracing.Traced
  public static class OfMicroProfile {
    /** Called by JUnit. */
    public OfMicroProfile() {}

    /**
     * Answers.
     *
     * @return its name
     */
    @GET
    @Path("named")
    @org.eclipse.microprofile.opentracing.Traced(operationName = "named")
    public String named() {
      return "named";
    }

    /**
     * Answers.
     *
     * @return its name
     */
    @GET
    @Path("other")
    public String other() {
      return "other";
    }
  }

  /** Is not to be traced. */
  @Path("excluded")
  @Traced(false)
  public static class Excluded {
    /** Called by the implementation. */
    public Excluded() {}

    /**
     * Answers.
     *
     * @return its name
     */
    @GET
    public String get() {
      return "excluded";
    }
  }

  private record Registering(TracingFeature feature) implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      context.register(feature);
      return true;
    }
  }
}
