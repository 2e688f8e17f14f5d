// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import io.github.jaxrstracing.it.contract.client.AsyncContract;
import io.github.jaxrstracing.it.contract.client.CallContract;
import io.github.jaxrstracing.it.contract.client.CallbackContract;
import io.github.jaxrstracing.it.contract.client.FailureContract;
import io.github.jaxrstracing.it.contract.client.OptionContract;
import io.github.jaxrstracing.it.contract.client.RegistrationContract;
import io.github.jaxrstracing.it.contract.client.Transport;
import jakarta.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.jetty.connector.JettyConnectorProvider;
import org.junit.jupiter.api.Nested;

class JettyTest {
  private interface Jetty extends Transport {
    @Override
    default ClientBuilder clientBuilder() {
      return ClientBuilder.newBuilder()
          .withConfig(new ClientConfig().connectorProvider(new JettyConnectorProvider()));
    }

    // They run on the threads of Jetty's client.
    @Override
    default boolean callbacksRunOnExecutor() {
      return false;
    }
  }

  @Nested
  class Call extends CallContract implements Jetty {}

  @Nested
  class Failure extends FailureContract implements Jetty {}

  @Nested
  class Option extends OptionContract implements Jetty {}

  @Nested
  class Async extends AsyncContract implements Jetty {}

  @Nested
  class Callback extends CallbackContract implements Jetty {}

  @Nested
  class Registration extends RegistrationContract implements Jetty {}
}
