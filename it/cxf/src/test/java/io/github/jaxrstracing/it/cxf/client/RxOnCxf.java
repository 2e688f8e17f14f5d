// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jaxrstracing.it.contract.client.RxContract;
import io.github.jaxrstracing.it.testkit.Differs;
import org.junit.jupiter.api.Test;

/** A client of CXF keeps one provider of reactive invokers, and of several it keeps any one. */
abstract class RxOnCxf extends RxContract {
  @Override
  @Test
  @Differs(
      "CXF keeps one provider of reactive invokers: `rx(Class)` fails where "
          + "it is another one's, before there is a span.")
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
