// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.client.CallbackContract;
import io.opentracing.Span;
import org.junit.jupiter.api.Test;

/** RESTEasy carries the context of a caller to every executor, also to that of the application. */
abstract class SeenCallbackContract extends CallbackContract {
  @Test
  @Override
  protected void executorOfTheApplicationRunsTheCallAndIsLeftAlone() throws Exception {
    Span parent = callOnOwnExecutor();

    assertThat(seenOnOwnExecutor).isEqualTo("own sees " + parent.context().toSpanId());
    assertThat(span().parentId()).isEqualTo(parent.context().toSpanId());
  }
}
