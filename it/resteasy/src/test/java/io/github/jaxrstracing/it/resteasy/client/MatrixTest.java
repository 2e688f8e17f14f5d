// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.github.jaxrstracing.it.testkit.Matrix;
import java.io.IOException;
import org.jboss.resteasy.client.jaxrs.internal.ResteasyClientBuilderImpl;
import org.junit.jupiter.api.Test;

class MatrixTest {
  @Test
  void isOnThePageAsTheContractsRunHere() throws IOException {
    assertThat(
            Matrix.onPage(
                "Client",
                "RESTEasy",
                ResteasyClientBuilderImpl.class.getPackage().getImplementationVersion()))
        .isEqualTo(Matrix.made(ClientContract.class));
  }
}
