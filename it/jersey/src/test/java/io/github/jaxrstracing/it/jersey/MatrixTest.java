// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.testkit.Matrix;
import java.io.IOException;
import org.glassfish.jersey.internal.Version;
import org.junit.jupiter.api.Test;

class MatrixTest {
  @Test
  void isOnThePageAsTheContractsRunHere() throws IOException {
    assertThat(Matrix.onPage("Server", "Jersey", Version.getVersion()))
        .isEqualTo(Matrix.made(ServerContract.class));
  }
}
