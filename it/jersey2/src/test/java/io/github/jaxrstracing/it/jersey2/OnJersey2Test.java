// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.ClassPath;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockTracer;
import java.net.URI;
import java.util.concurrent.Callable;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jersey 2 serves and calls as ever, and the one line that says why nothing is traced is ours. */
class OnJersey2Test {
  private final MockTracer tracer = new MockTracer();
  private final Warnings warnings = new Warnings();

  @AfterEach
  void close() {
    warnings.close();
  }

  @Test
  void tellsThatTheFeatureIsForAnotherGeneration() {
    ResourceConfig config = new ResourceConfig(Pings.class).register(new TracingFeature(tracer));
    HttpServer server =
        JdkHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
    Client client = ClientBuilder.newClient();
    try {
      URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ping");
      assertThat(client.target(uri).request().get(String.class)).isEqualTo("pong");
    } finally {
      client.close();
      server.stop(0);
    }

    assertThat(tracer.finishedSpans()).isEmpty();
    assertThat(warnings.take())
        .singleElement()
        .asString()
        .contains("TracingFeature traces nothing here", "javax.ws.rs", "Move to Jersey 3.1.");
  }

  @Test
  void tellsSoOfTheFeatureOfClients() {
    Client client = ClientBuilder.newClient().register(new ClientTracingFeature(tracer));
    client.close();

    assertThat(warnings.take())
        .singleElement()
        .asString()
        .contains("ClientTracingFeature traces nothing here", "Move to Jersey 3.1.");
  }

  /** Nothing of ours can run there, not even to say so. */
  @Test
  void failsWhereTheNewApiIsNotThere() throws Exception {
    assertThat(ClassPath.without("jakarta.ws.rs.").call(Registration.class))
        .isEqualTo("java.lang.NoClassDefFoundError: jakarta/ws/rs/core/Feature");
  }

  /** Registers the feature and tells how that ended. */
  public static final class Registration implements Callable<String> {
    @Override
    public String call() {
      try {
        return "registered " + new ResourceConfig().register(new TracingFeature());
      } catch (LinkageError e) {
        return e.toString();
      }
    }
  }

  @Path("ping")
  public static class Pings {
    @GET
    public String ping() {
      return "pong";
    }
  }
}
