// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RawRequest;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.resteasy.ServiceFileTest.Greeting;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.WriterInterceptor;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.junit.jupiter.api.Test;

/** What the feature does while RESTEasy deploys an application. */
class DeploymentTest extends ServerContract implements OnUndertow {
  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @Test
  void registersNoWriterInterceptor() {
    ResteasyDeployment deployment = deployed(false);

    assertThat(writerInterceptors(deployment)).isEmpty();
    deployment.stop();
  }

  @Test
  void leavesADispatcherOfAnotherKindAloneAndSaysSo() {
    ResteasyDeployment deployment = deployed(true);

    assertThat(writerInterceptors(deployment)).isEmpty();
    assertThat(takeWarnings()).singleElement().asString().contains("a dispatcher of its own");
    deployment.stop();
  }

  private ResteasyDeployment deployed(boolean asyncJobService) {
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.setAsyncJobServiceEnabled(asyncJobService);
    deployment.setApplication(new App().with(Greeting.class).with(tracing()));
    deployment.start();
    return deployment;
  }

  private static WriterInterceptor[] writerInterceptors(ResteasyDeployment deployment) {
    return deployment
        .getProviderFactory()
        .getServerWriterInterceptorRegistry()
        .postMatch(null, null);
  }

  @Test
  void makesNoSpanOfWritingAndSaysSo() throws Exception {
    serve(
        new App().with(Echo.class).with(tracingBuilder().traceAll().serializationSpans().build()));

    send("POST", "echo", "body");

    assertThat(spans(2))
        .extracting(FinishedSpan::name)
        .containsExactly("deserialize", "POST:/echo");
    assertThat(takeWarnings()).singleElement().asString().contains("serializationSpans()");
  }

  @Test
  void failsWhereAnAnnotationNamesAnUnknownTag() {
    assertThatThrownBy(() -> serve(new App().with(WronglyTagged.class).with(tracing())))
        .hasStackTraceContaining("no-such-tag");
  }

  @Test
  void saysAtTheFirstRequestThatNothingIsTraced() throws Exception {
    RunningServer server = start(new App().with(Untraced.class).with(tracing()));

    RawRequest.statusOf(server.baseUri().resolve("untraced"));
    RawRequest.statusOf(server.baseUri().resolve("untraced"));

    server.stop().stop();
    assertThat(takeWarnings()).singleElement().asString().contains("traces nothing");
  }

  @Path("echo")
  public static class Echo {
    @POST
    public String post(String body) {
      return body;
    }
  }

  @Path("wrongly-tagged")
  @Traced(requestTags = "no-such-tag")
  public static class WronglyTagged {
    @GET
    public String get() {
      return "never";
    }
  }

  @Path("untraced")
  public static class Untraced {
    @GET
    public String get() {
      return "untraced";
    }
  }
}
