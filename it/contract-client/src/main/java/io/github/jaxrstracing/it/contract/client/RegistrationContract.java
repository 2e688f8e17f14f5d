// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where the feature may be registered, and how often. */
public abstract class RegistrationContract extends ClientContract {
  private static final AtomicInteger MISSPELT = new AtomicInteger();

  @Test
  void tellsOnceThatAnOptionDoesNotExist() {
    // Another one each time, since each is told once in a JVM.
    String misspelt = "jaxrs-tracing.client.tags" + MISSPELT.incrementAndGet();
    Client client =
        client(
            b ->
                b.property(misspelt, "zipkin")
                    .property("jaxrs-tracing.server.skip", "/health")
                    .register(new ClientTracingFeature(tracer)));

    status(client.target(server.uri("/a")).request().get());
    status(client.target(server.uri("/b")).property("of this one", 1).request().get());

    spans(2);
    assertThat(warnings.take())
        .singleElement()
        .asString()
        .contains("no option " + misspelt + ":", "Did you mean jaxrs-tracing.client.tags?");
  }

  @Test
  void registeredOnClientAndTargetIsOneSpan() {
    WebTarget target = client().target(server.uri("/a"));
    target.register(new ClientTracingFeature(tracer));

    status(target.request().get());

    assertThat(server.received()).extracting(this::wire).containsExactly(span().ids());
  }

  @Test
  void registeredOnOneTargetTracesOnlyThat() {
    Client client = client(b -> {});
    WebTarget traced = client.target(server.uri("/traced"));
    traced.register(new ClientTracingFeature(tracer));

    status(traced.request().get());
    status(client.target(server.uri("/untraced")).request().get());

    assertThat(server.received()).extracting(this::wire).containsExactly(span().ids(), "none");
  }

  @Test
  void supplierIsAskedOnceWhateverTheTargets() {
    AtomicInteger asked = new AtomicInteger();
    ClientTracingFeature feature =
        ClientTracingFeature.builder()
            .tracer(
                () -> {
                  asked.incrementAndGet();
                  return tracer;
                })
            .build();
    Client client = client(b -> b.register(feature));

    assertThat(asked).hasValue(0);
    for (int i = 0; i < 3; i++) {
      status(client.target(server.uri("/a")).property("of this target", i).request().get());
    }

    assertThat(asked).hasValue(1);
    spans(3);
  }
}
