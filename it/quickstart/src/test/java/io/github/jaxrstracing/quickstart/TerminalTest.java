// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final Map<String, String> CAPABLE = Map.of("TERM", "xterm");

  @Test
  void marksErrorsRedOnATerminal() {
    assertThat(error(true, CAPABLE)).isEqualTo("\u001b[31mno shelf\u001b[0m");
    assertThat(error(true, Map.of("TERM", "xterm", "NO_COLOR", ""))).contains("\u001b[");
  }

  @Test
  void leavesErrorsAloneElsewhere() {
    assertThat(error(false, CAPABLE)).isEqualTo("no shelf");
    assertThat(error(true, Map.of())).isEqualTo("no shelf");
    assertThat(error(true, Map.of("TERM", ""))).isEqualTo("no shelf");
    assertThat(error(true, Map.of("TERM", "dumb"))).isEqualTo("no shelf");
    assertThat(error(true, Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo("no shelf");
  }

  private static String error(boolean interactive, Map<String, String> environment) {
    return Terminal.of(System.out, interactive, environment).error("no shelf");
  }
}
