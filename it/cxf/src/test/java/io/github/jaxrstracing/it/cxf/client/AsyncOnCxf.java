// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.AsyncContract;
import io.github.jaxrstracing.it.contract.client.Mode;
import io.github.jaxrstracing.it.testkit.Differs;
import jakarta.ws.rs.client.Client;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * CXF sends an asynchronous call on the caller's thread, and handles its answer on the executor.
 */
abstract class AsyncOnCxf extends AsyncContract {
  @Override
  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"RX"})
  @Differs(
      "CXF sends a call of `async()` also where the executor is shut down, "
          + "and the caller handles its answer; the span is as ever.")
  protected void rejectedCallWasNeverSentAndHasNoSpan(Mode mode) throws Exception {
    super.rejectedCallWasNeverSentAndHasNoSpan(mode);
  }

  @Test
  void answerThatTheExecutorRejectsIsHandledByTheCaller() throws Exception {
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdownNow();
    Client client =
        client(b -> b.executorService(closed).register(new ClientTracingFeature(tracer)));

    inParent(() -> status(Mode.ASYNC.get(client.target(server.uri("/a")).request())));

    assertThat(span().status()).isEqualTo("200");
    assertThat(server.received()).hasSize(1);
  }
}
