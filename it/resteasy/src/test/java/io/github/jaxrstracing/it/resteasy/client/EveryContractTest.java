// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.github.jaxrstracing.it.testkit.Contracts;
import org.junit.jupiter.api.Test;

class EveryContractTest {
  @Test
  void runsInEveryEnvironmentThatDoesNotSayWhyNot() {
    assertThat(Contracts.gaps(ClientContract.class)).isEmpty();
  }
}
