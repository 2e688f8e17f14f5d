// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.testkit.Contracts;
import org.junit.jupiter.api.Test;

class EveryContractTest {
  @Test
  void runsInEveryEnvironmentThatDoesNotSayWhyNot() {
    assertThat(Contracts.gaps(ServerContract.class)).isEmpty();
  }
}
