// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import io.github.jaxrstracing.it.contract.client.AsyncContract;
import io.github.jaxrstracing.it.contract.client.CallContract;
import io.github.jaxrstracing.it.contract.client.CallbackContract;
import io.github.jaxrstracing.it.contract.client.FailureContract;
import io.github.jaxrstracing.it.contract.client.GuardContract;
import io.github.jaxrstracing.it.contract.client.InstallContract;
import io.github.jaxrstracing.it.contract.client.OptionContract;
import io.github.jaxrstracing.it.contract.client.RegistrationContract;
import io.github.jaxrstracing.it.contract.client.Transport;
import io.github.jaxrstracing.it.contract.client.YieldContract;
import jakarta.ws.rs.client.ClientBuilder;
import org.junit.jupiter.api.Nested;

class HttpUrlConnectionTest {
  private interface HttpUrlConnection extends Transport {
    @Override
    default ClientBuilder clientBuilder() {
      return ClientBuilder.newBuilder();
    }
  }

  @Nested
  class Call extends CallContract implements HttpUrlConnection {}

  @Nested
  class Failure extends FailureContract implements HttpUrlConnection {}

  @Nested
  class Option extends OptionContract implements HttpUrlConnection {}

  @Nested
  class Async extends AsyncContract implements HttpUrlConnection {}

  @Nested
  class Callback extends CallbackContract implements HttpUrlConnection {}

  @Nested
  class Registration extends RegistrationContract implements HttpUrlConnection {}

  @Nested
  class Guard extends GuardContract implements HttpUrlConnection {}

  @Nested
  class Install extends InstallContract implements HttpUrlConnection {}

  @Nested
  class Yield extends YieldContract implements HttpUrlConnection {}
}
