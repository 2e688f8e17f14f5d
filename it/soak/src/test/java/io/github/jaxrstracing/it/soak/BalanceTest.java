// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.soak.Ledger.Count;
import io.github.jaxrstracing.it.soak.LedgerTracer.Context;
import io.github.jaxrstracing.it.soak.SpanEnd.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ledger balances only when everything fits. */
class BalanceTest {
  private static final Context SENDER = new Context(Role.SENDER, 0, "r0", "p0");

  private final Violations violations = new Violations();
  private final Ledger ledger = new Ledger(1, new Mix(Host.GRIZZLY, 1), violations);

  private void answered(int status) {
    ledger.sent(0);
    ledger.count(Count.ARRIVED, 0);
    ledger.seen(0, new Answer(status, List.of(), "", true));
  }

  private void traced(int status, boolean isError) {
    ledger.ended(new SpanEnd("GET", Role.FRONT, 0, SENDER, status, isError));
  }

  private List<String> faults() {
    return new Balance(ledger).faultsOf(Kind.SYNC, 0);
  }

  @Test
  void balances() {
    answered(200);
    traced(200, false);

    assertThat(faults()).isEmpty();
    assertThat(violations.areNone()).isTrue();
  }

  @Test
  void missesASpan() {
    answered(200);

    assertThat(faults()).containsExactly("server spans are not one for each request");
  }

  @Test
  void findsASpanTooMany() {
    answered(200);
    traced(200, false);
    traced(200, false);

    assertThat(faults()).containsExactly("server spans are not one for each request");
  }

  @Test
  void comparesTheStatuses() {
    answered(500);
    traced(200, false);

    assertThat(faults())
        .containsExactly(
            "span and client have different statuses",
            "spans that are an error and should not be, or the reverse");
  }

  @Test
  void missesTheSpanOfACall() {
    answered(200);
    traced(200, false);
    ledger.count(Count.CALLS, 0);

    assertThat(faults()).containsExactly("client spans are not one for each call");
  }

  @Test
  void comparesTheParents() {
    ledger.ended(new SpanEnd("GET", Role.FRONT, 0, null, 200, false));

    assertThat(violations.lines()).singleElement().asString().startsWith("wrong parent");
  }
}
