// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.AsyncContract;
import io.github.jaxrstracing.it.contract.client.BrokenServer;
import io.github.jaxrstracing.it.contract.client.CallContract;
import io.github.jaxrstracing.it.contract.client.CallbackContract;
import io.github.jaxrstracing.it.contract.client.CountingTracer;
import io.github.jaxrstracing.it.contract.client.FailureContract;
import io.github.jaxrstracing.it.contract.client.OptionContract;
import io.github.jaxrstracing.it.contract.client.RegistrationContract;
import io.github.jaxrstracing.it.contract.client.Transport;
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

class JavaNetHttpTest {
  private interface JavaNetHttp extends Transport {
    @Override
    default ClientBuilder clientBuilder() {
      return ClientBuilder.newBuilder().withConfig(new ClientConfig().connectorProvider(new JavaNetHttpConnectorProvider()));
    }

    // They run on the threads of HttpClient.
    @Override
    default boolean callbacksRunOnExecutor() {
      return false;
    }

    // JavaNetHttpConnector passes on answers alone: see failedAsyncCallIsNeverHeardOfAgain.
    @Override
    default boolean asyncFailuresEnd() {
      return false;
    }
  }

  @Nested
  class Call extends CallContract implements JavaNetHttp {}

  @Nested
  class Failure extends FailureContract implements JavaNetHttp {}

  @Nested
  class Option extends OptionContract implements JavaNetHttp {}

  @Nested
  class Async extends AsyncContract implements JavaNetHttp {}

  @Nested
  class Callback extends CallbackContract implements JavaNetHttp {}

  @Nested
  class Registration extends RegistrationContract implements JavaNetHttp {}

  // Neither the application's future ends nor its callback is called, so no span can end either.
  // This fails when Jersey mends it; then asyncFailuresEnd goes.
  @Test
  void failedAsyncCallIsNeverHeardOfAgain() throws Exception {
    CountingTracer tracer = new CountingTracer();
    Client client =
        new JavaNetHttp() {}.clientBuilder().register(new ClientTracingFeature(tracer)).build();
    try {
      Future<Response> call = client.target(BrokenServer.refusing()).request().async().get();

      assertThatThrownBy(() -> call.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(tracer.started()).isEqualTo(1);
      assertThat(tracer.finished()).isEmpty();
      assertThat(tracer.open()).isZero();
    } finally {
      client.close();
    }
  }
}
