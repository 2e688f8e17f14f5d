// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final String PAGE =
      """
      # Other
      | Server | One 1.0 |
      ## What holds where
      | Server | One 1.0 | Two 2.0 |
      |---|---|---|
      | sync | yes | differs (2, 1) |
      | async | no (3) | no |

      1. It is
         late.
      2. It is `early`.
      ## Next
      3. Not here.
      """;

  @Test
  void tellsWhatTheEnvironmentsOverrideAndLeaveOut() {
    assertThat(Matrix.made(Shared.class))
        .isEqualTo(
            """
            disabled | no: It is disabled.
            kept | yes
            left out | no: Not today.
            no longer a test | differs: NoTestContract.noLongerATest is not run.
            overridden | differs: It comes late.
            silent | differs: SilentContract.silent does not say @Differs.
            sometimes | differs: It is disabled.
            switched | differs: It is off.""");
  }

  @Test
  void readsAColumnOfThePage() {
    assertThat(Matrix.in(PAGE, "Server", "One 1.0"))
        .isEqualTo("async | no: There is no note 3.\nsync | yes");
  }

  @Test
  void saysThatAColumnIsMissing() {
    assertThat(Matrix.in(PAGE, "Client", "One 1.0"))
        .isEqualTo("no column One 1.0 in the table Client");
  }

  @Test
  void readsTheNotesOfAColumn() {
    assertThat(Matrix.in(PAGE, "Server", "Two 2.0"))
        .isEqualTo("async | no\nsync | differs: It is `early`. It is late.");
  }

  @Test
  void doesNotLikeANoteThatNoCellNeeds() {
    String page = PAGE.replace("(2, 1)", "(2)");

    assertThat(Matrix.in(page, "Server", "One 1.0")).contains("note 1 | no cell needs it");
  }

  interface Environment {
    @Behaviour("switched")
    default boolean isOn() {
      return true;
    }
  }

  abstract static class Shared implements Environment {}

  abstract static class FirstContract extends Shared {
    @Test
    @Behaviour({"kept", "switched"})
    void kept() {}

    @Test
    @Behaviour("overridden")
    void overridden() {}

    @Test
    @Behaviour("no longer a test")
    void noLongerATest() {}

    @Test
    @Behaviour("silent")
    void silent() {}
  }

  abstract static class SecondContract extends Shared {
    @Test
    @Behaviour("left out")
    void leftOut() {}
  }

  abstract static class ThirdContract extends Shared {
    @Test
    @Behaviour({"disabled", "sometimes"})
    void disabled() {}
  }

  abstract static class FourthContract extends Shared {
    @Test
    @Behaviour("sometimes")
    void sometimes() {}
  }

  abstract static class OverridingContract extends FirstContract {
    @Test
    @Override
    @Differs("It comes late.")
    void overridden() {}
  }

  abstract static class NoTestContract extends FirstContract {
    @Override
    void noLongerATest() {}
  }

  abstract static class SilentContract extends FirstContract {
    @Test
    @Override
    void silent() {}
  }

  interface Off extends Environment {
    @Override
    @Differs("It is off.")
    default boolean isOn() {
      return false;
    }
  }

  @NotRun(contract = SecondContract.class, because = "Not today.")
  static class OneEnvironment {
    @Nested
    class First extends OverridingContract implements Off {}

    @Nested
    @Disabled("to see that it does not count")
    class Third extends ThirdContract {}

    @Nested
    class Fourth extends FourthContract {}
  }

  @NotRun(contract = SecondContract.class, because = "Not today.")
  static class OtherEnvironment {
    @Nested
    class First extends NoTestContract {}

    @Nested
    class Again extends SilentContract {}

    @Nested
    @Disabled("to see that it does not count")
    class Third extends ThirdContract {}

    @Nested
    class Fourth extends FourthContract {}
  }
}
