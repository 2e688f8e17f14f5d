// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContractsTest {
  @Test
  void tellsWhichEnvironmentLeavesOutAContractWithoutAReason() {
    assertThat(Contracts.gaps(Shared.class))
        .containsExactly(
            "HasNoReason does not say why it does not run SecondContract",
            "LeavesOneOut does not run SecondContract",
            "NamesSomethingElse does not run String, which is no contract",
            "RunsWhatItSaysItDoesNot runs SecondContract and says why not");
  }

  @Test
  void isNotContentWithNothing() {
    assertThat(Contracts.gaps(Alone.class)).containsExactly("0 contracts, 0 environments");
  }

  abstract static class Alone {}

  abstract static class Shared {}

  abstract static class FirstContract extends Shared {}

  abstract static class SecondContract extends Shared {}

  static class RunsAll {
    @Nested
    class First extends FirstContract {}

    @Nested
    class Second extends SecondContract {}
  }

  @NotRun(contract = SecondContract.class, because = "The first is enough here.")
  static class SaysWhy {
    @Nested
    class First extends FirstContract {}
  }

  static class LeavesOneOut {
    @Nested
    class First extends FirstContract {}

    // Not nested: JUnit does not run it.
    class Second extends SecondContract {}
  }

  @NotRun(contract = SecondContract.class, because = " ")
  static class HasNoReason {
    @Nested
    class First extends FirstContract {}
  }

  @NotRun(contract = SecondContract.class, because = "It did not work once.")
  static class RunsWhatItSaysItDoesNot extends RunsAll {
    @Nested
    class First extends FirstContract {}

    @Nested
    class Second extends SecondContract {}
  }

  @NotRun(contract = SecondContract.class, because = "The first is enough here.")
  @NotRun(contract = String.class, because = "It was renamed.")
  static class NamesSomethingElse {
    @Nested
    class First extends FirstContract {}
  }
}
