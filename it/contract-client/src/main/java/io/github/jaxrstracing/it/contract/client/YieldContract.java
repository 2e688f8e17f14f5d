// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.client.ClientTracingProperties;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.RecordingTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that an installed feature leaves to another one, or leaves alone. */
@SuppressWarnings("this-escape") // a new tracer needs nothing of the contract
public abstract class YieldContract extends ClientContract {
  private final RecordingTracer other = new RecordingTracer(newTracer());
  private final List<ClientTracingFeature.Installation> installed = new ArrayList<>();

  @AfterEach
  void undo() {
    installed.forEach(ClientTracingFeature.Installation::close);
    GlobalTracerTestUtil.resetGlobalTracer();
    System.clearProperty(ClientTracingProperties.ENABLED);
    assertThat(other.finished()).hasSize(other.started());
  }

  private ClientTracingFeature.Installation install(RecordingTracer installedTracer) {
    ClientTracingFeature.Installation installation =
        ClientTracingFeature.installForAllClients(installedTracer);
    installed.add(installation);
    return installation;
  }

  private void call(Client client) {
    status(client.target(server.uri("/a")).request().get());
  }

  @Test
  void yieldsToFeatureOfTheClient() {
    install(other);

    call(client());

    span();
    assertThat(other.started()).isZero();
  }

  @Test
  void yieldsToFeatureThatAnotherFeatureRegisters() {
    install(other);

    call(
        client(
            b ->
                b.register(
                    (jakarta.ws.rs.core.Feature)
                        context -> {
                          context.register(new ClientTracingFeature(tracer));
                          return true;
                        })));

    span();
    assertThat(other.started()).isZero();
  }

  @Test
  void yieldsToFeatureOfTheTarget() {
    install(other);
    Client client = client(b -> {});

    status(
        client.target(server.uri("/a")).register(new ClientTracingFeature(tracer)).request().get());

    span();
    assertThat(other.started()).isZero();
  }

  @Test
  void leavesClientsThatOptOutAlone() {
    install(tracer);

    call(client(b -> b.property(ClientTracingFeature.TRACED, false)));
    call(client(b -> b.property(ClientTracingProperties.ENABLED, false)));
    call(client(b -> b.property("jakarta.ws.rs.loadServices", false)));

    spans(0);
    assertThat(server.received()).extracting(this::wire).containsOnly("none");
  }

  @Test
  void clientThatOptsOutIsNotEvenTracedByItsCalls() {
    install(tracer);
    Client client = client(b -> b.property(ClientTracingFeature.TRACED, false));

    status(
        client
            .target(server.uri("/a"))
            .request()
            .property(ClientTracingFeature.TRACED, true)
            .get());

    spans(0);
  }

  @Test
  void reporterThatOptsOutDoesNotLoop() {
    Client reporter = client(b -> b.property(ClientTracingFeature.TRACED, false));
    installed.add(
        ClientTracingFeature.installForAllClients(
            ClientTracingFeature.builder()
                .tracer(tracer)
                .onStart((span, request) -> call(reporter))
                .build()));

    call(client(b -> {}));

    span();
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void entitySpansOfTheExplicitFeatureAreMade() {
    install(other);
    ClientTracingFeature explicit =
        ClientTracingFeature.builder().tracer(tracer).serializationSpans().build();

    callByFeature(explicit);

    awaitSoon()
        .untilAsserted(
            () ->
                assertThat(tracer.finished())
                    .extracting(FinishedSpan::name)
                    .containsExactlyInAnyOrder("POST", "serialize", "deserialize"));
    assertThat(other.started()).isZero();
  }

  @Test
  void entitySpansOfTheInstalledFeatureAreNotMadeForTheExplicitOne() {
    installed.add(
        ClientTracingFeature.installForAllClients(
            ClientTracingFeature.builder().tracer(other).serializationSpans().build()));

    callByFeature(new ClientTracingFeature(tracer));

    assertThat(tracer.finished()).extracting(FinishedSpan::name).containsExactly("POST");
    assertThat(other.started()).isZero();
  }

  private void callByFeature(ClientTracingFeature explicit) {
    Client client =
        client(
            b ->
                b.register(
                    (jakarta.ws.rs.core.Feature)
                        context -> {
                          context.register(explicit);
                          return true;
                        }));
    String answer =
        client.target(server.uri("/echo")).request().post(Entity.text("text"), String.class);
    assertThat(answer).isEqualTo("text");
    span();
  }
}
