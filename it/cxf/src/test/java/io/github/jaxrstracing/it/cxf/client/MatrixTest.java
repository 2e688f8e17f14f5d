// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.github.jaxrstracing.it.testkit.Matrix;
import java.io.IOException;
import org.apache.cxf.version.Version;
import org.junit.jupiter.api.Test;

class MatrixTest {
  @Test
  void isOnThePageAsTheContractsRunHere() throws IOException {
    assertThat(Matrix.onPage("Client", "CXF", Version.getCurrentVersion()))
        .isEqualTo(Matrix.made(ClientContract.class));
  }
}
