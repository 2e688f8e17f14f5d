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
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.junit.jupiter.api.Nested;

class Apache5Test {
  private interface Apache5 extends Transport {
    @Override
    default ClientBuilder clientBuilder() {
      return ClientBuilder.newBuilder()
          .withConfig(new ClientConfig().connectorProvider(new Apache5ConnectorProvider()));
    }
  }

  @Nested
  class Call extends CallContract implements Apache5 {}

  @Nested
  class Failure extends FailureContract implements Apache5 {}

  @Nested
  class Option extends OptionContract implements Apache5 {}

  @Nested
  class Async extends AsyncContract implements Apache5 {}

  @Nested
  class Callback extends CallbackContract implements Apache5 {}

  @Nested
  class Registration extends RegistrationContract implements Apache5 {}
}
