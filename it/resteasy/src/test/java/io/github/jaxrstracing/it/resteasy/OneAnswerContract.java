// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import io.github.jaxrstracing.it.contract.server.RaceContract;
import io.github.jaxrstracing.it.testkit.Differs;
import org.junit.jupiter.api.Test;

/** RESTEasy decides who answers before it maps an exception, and lets nobody else in. */
abstract class OneAnswerContract extends RaceContract {
  @Test
  @Override
  @Differs(
      "Somebody who resumes while an exception is mapped comes too late: "
          + "RESTEasy sends 500, and the span says so.")
  protected void theOneWhoAnswersBeforeTheMapperIsInTime() throws Exception {
    assertSent("resumed-by-the-mapper", 500);
  }
}
