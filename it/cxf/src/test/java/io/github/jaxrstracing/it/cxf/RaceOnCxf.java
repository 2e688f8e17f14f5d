// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import io.github.jaxrstracing.it.contract.server.RaceContract;
import io.github.jaxrstracing.it.testkit.Differs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CXF answers with what a method throws, also when it was resumed before. */
abstract class RaceOnCxf extends RaceContract {
  @Override
  @ParameterizedTest
  @CsvSource({
    "resumed-then-thrown,   500",
    "thrown-then-resumed,   500",
  })
  @Differs(
      "A method that resumes and then throws: CXF answers with what it "
          + "throws, and the span says so.")
  protected void theOneWhoComesTooLateWritesNothing(String race, int sent) throws Exception {
    super.theOneWhoComesTooLateWritesNothing(race, sent);
  }

  @Test
  @Override
  @Differs(
      "Somebody who resumes while an exception is mapped comes too late: CXF "
          + "sends the answer of the mapper, and the span says so.")
  protected void theOneWhoAnswersBeforeTheMapperIsInTime() throws Exception {
    assertSent("resumed-by-the-mapper", 409);
  }
}
