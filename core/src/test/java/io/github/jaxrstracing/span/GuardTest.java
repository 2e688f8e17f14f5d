// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.testkit.Warnings;
import org.junit.jupiter.api.Test;

class GuardTest {
  private final Guard guard = new Guard();

  @Test
  void warnsOncePerCause() {
    try (Warnings warnings = new Warnings()) {
      for (int i = 0; i < 10; i++) {
        guard.caught("Tracer.extract", new IllegalStateException("number " + i));
        guard.caught("Tracer.extract", new NullPointerException());
        guard.caught("Span.finish", new NullPointerException());
      }

      assertThat(warnings.messages()).hasSize(3);
    }
  }

  @Test
  void doesNotGrowWithTheMessagesOfOthers() {
    try (Warnings warnings = new Warnings()) {
      for (int i = 0; i < 1_000; i++) {
        guard.warn("message " + i);
      }

      assertThat(warnings.messages()).hasSize(65);
      assertThat(warnings.messages().get(64)).contains("Further warnings");
    }
  }

  @Test
  void keepsRoomForWarningsWhenCausesAreMany() {
    try (Warnings warnings = new Warnings()) {
      for (int i = 0; i < 1_000; i++) {
        guard.caught("call " + i, new IllegalStateException());
      }

      guard.warn("No tracer was found");

      assertThat(warnings.messages()).hasSize(66);
      assertThat(warnings.messages().get(64)).contains("Further failures");
      assertThat(warnings.messages().get(65)).contains("No tracer was found");
    }
  }

  @Test
  void takesAStackOverflow() {
    try (Warnings warnings = new Warnings()) {
      guard.caught("Tracer.inject", new StackOverflowError());

      assertThat(warnings.messages()).hasSize(1);
    }
  }

  @Test
  void givesBackWhatTheJvmMustSee() {
    OutOfMemoryError error = new OutOfMemoryError("for this test");

    assertThatThrownBy(() -> guard.caught("Span.log", error)).isSameAs(error);
  }

  @Test
  void keepsTheThreadInterrupted() {
    try (Warnings warnings = new Warnings()) {
      guard.caught("Span.finish", new InterruptedException());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(warnings.messages()).hasSize(1);
    }
  }
}
