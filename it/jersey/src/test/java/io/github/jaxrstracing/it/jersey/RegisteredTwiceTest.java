// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.jersey.JerseyResources.Greeting;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.server.TracingFeature;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One span a request where the feature comes in by two of Jersey's doors. */
class RegisteredTwiceTest extends ServerContract implements OnGrizzly {
  @TempDir Path classes;
  private boolean inConfig;

  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @Override
  public RunningServer start(Application application) throws IOException {
    ResourceConfig config = ResourceConfig.forApplication(application);
    return OnGrizzly.super.start(inConfig ? config.register(tracing()) : config);
  }

  @Test
  void makesOneSpanWhenApplicationAndResourceConfigRegisterTheFeature() throws Exception {
    inConfig = true;
    serve(new App().with(Greeting.class).with(tracing()));

    get("greeting");

    assertThat(span().name()).isEqualTo("GET:/greeting");
  }

  @Test
  void makesOneSpanWhenAServiceFileNamesTheFeatureToo() throws Exception {
    Witness.configured = 0;
    serveWithServices(TracingFeature.class, Witness.class);

    get("greeting");

    assertThat(span().name()).isEqualTo("GET:/greeting");
    assertThat(Witness.configured).as("the service file was read").isEqualTo(1);
  }

  private void serveWithServices(Class<?>... features) throws Exception {
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    StringBuilder names = new StringBuilder();
    for (Class<?> feature : features) {
      names.append(feature.getName()).append('\n');
    }
    Files.writeString(services.resolve("jakarta.ws.rs.core.Feature"), names);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      serve(new App().with(Greeting.class).with(tracing()));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Tells that a service file was read. */
  public static final class Witness implements Feature {
    static int configured;

    @Override
    public boolean configure(FeatureContext context) {
      configured++;
      return true;
    }
  }
}
