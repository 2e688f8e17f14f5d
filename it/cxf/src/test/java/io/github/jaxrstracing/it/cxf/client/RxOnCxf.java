// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jaxrstracing.it.contract.client.RxContract;
import org.junit.jupiter.api.Test;

/** A client of CXF keeps one provider of reactive invokers, and of several it keeps any one. */
abstract class RxOnCxf extends RxContract {
  @Override
  @Test
  protected void rightProviderOfSeveralIsFound() {
    Throwable thrown = catchThrowable(super::rightProviderOfSeveralIsFound);

    if (thrown != null) {
      assertThat(thrown)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is not available");
      spans(0);
    }
  }
}
