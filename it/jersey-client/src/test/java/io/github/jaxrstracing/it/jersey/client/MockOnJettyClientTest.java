// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import io.github.jaxrstracing.it.contract.client.AsyncContract;
import io.github.jaxrstracing.it.contract.client.BaggageContract;
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
import io.github.jaxrstracing.it.testkit.TestTracer;
import jakarta.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.jetty.connector.JettyConnectorProvider;
import org.junit.jupiter.api.Nested;

/** The contract on Jetty's client with OpenTracing's own tracer. */
class MockOnJettyClientTest {
  interface Here extends ClientEnvironment {
    @Override
    default ClientBuilder clientBuilder() {
      return ClientBuilder.newBuilder()
          .withConfig(new ClientConfig().connectorProvider(new JettyConnectorProvider()));
    }

    // They run on the threads of Jetty's client.
    @Override
    @Differs(
        "The connector for Jetty calls back on threads of its own, where no " + "span is active.")
    default boolean callbacksRunOnExecutor() {
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
}
