// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.AsyncContract;
import io.github.jaxrstracing.it.contract.client.BaggageContract;
import io.github.jaxrstracing.it.contract.client.BrokenServer;
import io.github.jaxrstracing.it.contract.client.CallContract;
import io.github.jaxrstracing.it.contract.client.CallbackContract;
import io.github.jaxrstracing.it.contract.client.ClientEnvironment;
import io.github.jaxrstracing.it.contract.client.FailureContract;
import io.github.jaxrstracing.it.contract.client.GuardContract;
import io.github.jaxrstracing.it.contract.client.InstallContract;
import io.github.jaxrstracing.it.contract.client.NestedContract;
import io.github.jaxrstracing.it.contract.client.OptionContract;
import io.github.jaxrstracing.it.contract.client.RegistrationContract;
import io.github.jaxrstracing.it.contract.client.RxContract;
import io.github.jaxrstracing.it.contract.client.YieldContract;
import io.github.jaxrstracing.it.testkit.Differs;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.RecordingTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract on the JDK's HttpClient with OpenTracing's own tracer. */
class MockOnJavaNetHttpTest {
  interface Here extends ClientEnvironment {
    @Override
    default ClientBuilder clientBuilder() {
      return ClientBuilder.newBuilder()
          .withConfig(new ClientConfig().connectorProvider(new JavaNetHttpConnectorProvider()));
    }

    // They run on the threads of HttpClient.
    @Override
  @Differs(
      "The connector for `java.net.http` calls back on threads of its own, "
          + "where no span is active.")
    default boolean callbacksRunOnExecutor() {
      return false;
    }

    // JavaNetHttpConnector passes on answers alone: see failedAsyncCallIsNeverHeardOfAgain.
    @Override
  @Differs(
      "The connector for `java.net.http` never ends an asynchronous call that "
          + "fails, and so neither its span.")
    default boolean asyncFailuresEnd() {
      return false;
    }

    @Override
    default TestTracer newTracer() {
      return new MockTestTracer();
    }
  }

  @Nested
  class Async extends AsyncContract implements Here {}

  @Nested
  class Baggage extends BaggageContract implements Here {}

  @Nested
  class Call extends CallContract implements Here {}

  @Nested
  class Callback extends CallbackContract implements Here {}

  @Nested
  class Failure extends FailureContract implements Here {}

  @Nested
  class Guard extends GuardContract implements Here {}

  @Nested
  class Install extends InstallContract implements Here {}

  @Nested
  class Nest extends NestedContract implements Here {}

  @Nested
  class Option extends OptionContract implements Here {}

  @Nested
  class Registration extends RegistrationContract implements Here {}

  @Nested
  class Rx extends RxContract implements Here {}

  @Nested
  class Yield extends YieldContract implements Here {}

  // Neither the application's future ends nor its callback is called, so no span can end either.
  // This fails when Jersey mends it; then asyncFailuresEnd goes.
  @Test
  void failedAsyncCallIsNeverHeardOfAgain() throws Exception {
    RecordingTracer tracer = new RecordingTracer(new MockTestTracer());
    Client client =
        new Here() {}.clientBuilder().register(new ClientTracingFeature(tracer)).build();
    try {
      Future<Response> call = client.target(BrokenServer.refusing()).request().async().get();

      assertThatThrownBy(() -> call.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(tracer.started()).isEqualTo(1);
      assertThat(tracer.finished()).isEmpty();
      assertThat(tracer.openScopes()).isEmpty();
    } finally {
      client.close();
    }
  }
}
