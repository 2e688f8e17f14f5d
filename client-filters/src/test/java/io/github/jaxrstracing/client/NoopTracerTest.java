// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import io.opentracing.noop.NoopTracerFactory;
import io.opentracing.util.GlobalTracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tracer that never makes spans costs no call anything. */
class NoopTracerTest {
  /** Sees what is registered when a call is made. */
  private static final class Registered implements Feature {
    private @Nullable Configuration configuration;

    @Override
    public boolean configure(FeatureContext context) {
      configuration = context.getConfiguration();
      context.register((ClientRequestFilter) r -> r.abortWith(Response.status(202).build()));
      return true;
    }

    boolean hasFilters() {
      return configuration != null && TracedClient.of(configuration) != null;
    }
  }

  private static boolean registersFilters(Feature tracing) {
    Registered registered = new Registered();
    call(tracing, registered);
    return registered.hasFilters();
  }

  private static void call(Feature... features) {
    Client client = ClientBuilder.newClient();
    for (Feature feature : features) {
      client.register(feature);
    }
    client.target("http://a.invalid").request().get().close();
    client.close();
  }

  @Test
  void registersNothingWhereTheGivenTracerIsKnownToBeOne() {
    assertThat(registersFilters(new ClientTracingFeature(NoopTracerFactory.create()))).isFalse();
    assertThat(registersFilters(new ClientTracingFeature(new MockTracer()))).isTrue();
  }

  @Test
  void registersFiltersWhereTheTracerMayBecomeAnother() {
    Tracer later = NoopTracerFactory.create();

    assertThat(registersFilters(new ClientTracingFeature(GlobalTracer.get()))).isTrue();
    assertThat(registersFilters(ClientTracingFeature.builder().tracer((() -> later)).build()))
        .isTrue();
  }

  @Test
  void keepsItsClientFromTheTracerThatIsInstalledForAll() {
    MockTracer forAll = new MockTracer();
    ClientTracingFeature noop = new ClientTracingFeature(NoopTracerFactory.create());
    try (ClientTracingFeature.Installation installed =
        ClientTracingFeature.installForAllClients(forAll)) {
      assertThat(installed).isNotNull();
      call(new Registered());
      assertThat(forAll.finishedSpans()).hasSize(1);

      call(noop, new Registered());
      call(context -> context.register(noop) != null, new Registered());

      assertThat(forAll.finishedSpans()).hasSize(1);
    }
  }
}
