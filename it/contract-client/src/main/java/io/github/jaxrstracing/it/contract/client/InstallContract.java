// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.client.ClientTracingProperties;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.RecordingTracer;
import io.opentracing.Span;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that are traced although nothing was registered on them. */
@SuppressWarnings("this-escape") // a new tracer needs nothing of the contract
public abstract class InstallContract extends ClientContract {
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
  void nothingIsTracedBeforeItIsInstalled() {
    call(client(b -> {}));

    spans(0);
    assertThat(server.received()).extracting(this::wire).containsExactly("none");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  @Behaviour("all clients in one line")
  void tracesClientsCreatedAfterwards(Mode mode) throws Exception {
    install(tracer);

    Span parent =
        inParent(() -> status(mode.get(client(b -> {}).target(server.uri("/a")).request())));

    assertThat(span().parentId()).isEqualTo(parent.context().toSpanId());
    assertThat(server.received()).extracting(this::wire).containsExactly(span().ids());
  }

  @Test
  @Behaviour("all clients in one line")
  void takesFeatureThatWasConfigured() {
    installed.add(
        ClientTracingFeature.installForAllClients(
            ClientTracingFeature.builder().tracer(tracer).propagateTo(uri -> false).build()));

    call(client(b -> {}));

    span();
    assertThat(server.received()).extracting(this::wire).containsExactly("none");
  }

  @Test
  void clientUsedBeforeStaysUntraced() {
    Client before = client(b -> {});
    call(before);

    install(tracer);
    call(before);

    spans(0);
  }

  @Test
  @Behaviour("all clients in one line")
  void undoneClientsAreNoLongerTracedNorAreNewOnes() {
    ClientTracingFeature.Installation installation = install(tracer);
    Client meanwhile = client(b -> {});
    call(meanwhile);

    installation.close();
    call(meanwhile);
    call(client(b -> {}));

    spans(1);
  }

  @Test
  void callUnderWayEndsItsSpanWhenUndone() throws Exception {
    ClientTracingFeature.Installation installation = install(tracer);
    Future<Response> call = client(b -> {}).target(server.uri("/slow")).request().async().get();
    awaitSoon().until(() -> !server.received().isEmpty());

    installation.close();
    server.release();
    status(call.get(20, TimeUnit.SECONDS));

    assertThat(span().tags()).containsEntry("http.status_code", kept(200));
  }

  @Test
  void lastOneCountsAndUndoingItBringsTheFirstBack() {
    install(tracer);
    ClientTracingFeature.Installation second = install(other);

    call(client(b -> {}));
    assertThat(other.finished()).hasSize(1);
    second.close();
    call(client(b -> {}));

    spans(1);
    assertThat(other.finished()).hasSize(1);
  }

  @Test
  void undoingTheFirstLeavesTheSecond() {
    ClientTracingFeature.Installation first = install(other);
    install(tracer);

    first.close();
    call(client(b -> {}));

    spans(1);
  }

  @Test
  void undoingTwiceDoesNotUndoAnother() {
    ClientTracingFeature.Installation first = install(other);
    first.close();
    install(tracer);

    first.close();
    call(client(b -> {}));

    spans(1);
  }

  @Test
  @Behaviour("all clients in one line")
  void switchedOnByPropertyOfTheClient() {
    GlobalTracer.registerIfAbsent(tracer);

    call(client(b -> b.property(ClientTracingProperties.ENABLED, true)));
    call(client(b -> {}));

    spans(1);
  }

  @Test
  @Behaviour("all clients in one line")
  void switchedOnAndOffBySystemProperty() {
    GlobalTracer.registerIfAbsent(tracer);
    System.setProperty(ClientTracingProperties.ENABLED, "true");
    call(client(b -> {}));

    System.setProperty(ClientTracingProperties.ENABLED, "false");
    install(tracer);
    call(client(b -> {}));

    spans(1);
  }

  @Test
  void wrongOptionFailsNoCallAndIsLoggedOnce() {
    install(tracer);

    // Another one for each environment: once is once in this process.
    String wrong = "zapkin in " + getClass().getName();
    for (int i = 0; i < 2; i++) {
      call(client(b -> b.property(ClientTracingProperties.TAGS, wrong)));
    }

    spans(0);
    assertThat(warnings.take()).singleElement().asString().contains(wrong, "zipkin");
  }
}
