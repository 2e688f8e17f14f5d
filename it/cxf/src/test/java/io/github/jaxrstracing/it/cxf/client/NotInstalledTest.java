// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import jakarta.ws.rs.client.Client;
import org.junit.jupiter.api.Test;

/** What comes to clients by service loading does not come to those of CXF. */
class NotInstalledTest extends ClientContract implements OnDefaultConduit {
  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @Test
  void oneLineForAllClientsTracesNone() {
    try (ClientTracingFeature.Installation installed =
        ClientTracingFeature.installForAllClients(tracer)) {
      assertThat(installed).isNotNull();
      Client client = client(builder -> {});

      status(client.target(server.uri("/a")).request().get());
    }

    spans(0);
    assertThat(server.received()).extracting(this::wire).containsExactly("none");
  }
}
