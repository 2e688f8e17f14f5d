// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.server.Traced;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feature that RESTEasy finds by service loading. */
class ServiceFileTest extends ServerContract implements OnUndertow {
  private static final String ENABLED = "jaxrs-tracing.server.enabled";

  @TempDir java.nio.file.Path classes;

  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @BeforeEach
  void registerTheTracer() {
    GlobalTracerTestUtil.setGlobalTracerUnconditionally(tracer());
  }

  @AfterEach
  void forgetTheTracer() {
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  @Test
  void tracesWhereAPropertyOfTheApplicationSaysSo() throws Exception {
    assertThat(GlobalTracer.isRegistered()).isTrue();
    serve(new App().with(Greeting.class).property(ENABLED, true));

    get("greeting");

    assertThat(span().name()).isEqualTo("GET:/greeting");
  }

  @Test
  void tracesNothingUnasked() throws Exception {
    serve(new App().with(Greeting.class));

    get("greeting");

    assertThat(started()).isZero();
    assertThat(takeWarnings())
        .singleElement()
        .asString()
        .contains("no TracingFeature is registered");
  }

  @Test
  void yieldsToAFeatureThatIsRegistered() throws Exception {
    serve(new App().with(Greeting.class).with(tracing()).property(ENABLED, true));

    get("greeting");

    assertThat(span().name()).isEqualTo("GET:/greeting");
  }

  // Of two services with the same priority, or without any, RESTEasy loads one.
  @Test
  void isLoadedBesideTheServiceOfSomebodyElse() throws Exception {
    Witness.configured = 0;
    java.nio.file.Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve(Feature.class.getName()), Witness.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      serve(new App().with(Greeting.class).property(ENABLED, true));
    } finally {
      thread.setContextClassLoader(before);
    }

    get("greeting");

    assertThat(span().name()).isEqualTo("GET:/greeting");
    assertThat(Witness.configured).as("the other service was loaded").isEqualTo(1);
  }

  @Path("greeting")
  @Traced
  public static class Greeting {
    @GET
    public String get() {
      return "hello";
    }
  }

  /** Tells that its service file was read. */
  public static final class Witness implements Feature {
    static int configured;

    @Override
    public boolean configure(FeatureContext context) {
      configured++;
      return true;
    }
  }
}
