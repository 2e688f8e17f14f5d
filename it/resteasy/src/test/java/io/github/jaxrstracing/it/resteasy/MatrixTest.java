// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.testkit.Matrix;
import java.io.IOException;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.junit.jupiter.api.Test;

class MatrixTest {
  @Test
  void isOnThePageAsTheContractsRunHere() throws IOException {
    assertThat(
            Matrix.onPage(
                "Server",
                "RESTEasy",
                ResteasyDeploymentImpl.class.getPackage().getImplementationVersion()))
        .isEqualTo(Matrix.made(ServerContract.class));
  }
}
