// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of the soak, on each host. */
class SoakTest {
  @ParameterizedTest
  @EnumSource(Host.class)
  void theLedgerBalances(Host host) throws Exception {
    Process soak =
        Soak.process(host, Settings.fromSystemProperties()).redirectErrorStream(true).start();

    String report = new String(soak.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(soak.waitFor()).as(report).isZero();
  }
}
