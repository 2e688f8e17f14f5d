// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.Kind.Manner;
import io.github.jaxrstracing.it.soak.Ledger.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must hold for each request of a traced run. */
final class Balance {
  static final String BROKE_OFF = "answers that broke off";

  /** What those answer who race: one resumes, the other too, cancels, is too late or throws. */
  private static final Set<Integer> RACERS = Set.of(200, 202, 500, 503);

  private final Ledger ledger;

  Balance(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The rules that a request breaks. */
  List<String> faultsOf(Kind kind, int n) {
    List<String> faults = new ArrayList<>();
    int arrived = arrived(kind, n);
    int spans = ledger.get(Count.FRONT_SPANS, n);
    boolean mayBeLost = kind.manner().mayGetLost() || ledger.isDead(n);
    if (arrived != 1 && !(arrived == 0 && mayBeLost)) {
      faults.add("requests that did not arrive once");
    }
    if (spans != arrived && !ledger.isHeld(n)) {
      faults.add("server spans are not one for each request");
    }
    if (ledger.get(Count.CALL_SPANS, n) != ledger.get(Count.CALLS, n)) {
      faults.add("client spans are not one for each call");
    }
    if (ledger.get(Count.DOWN_SPANS, n) != ledger.get(Count.DOWN_ARRIVED, n)) {
      faults.add("spans of the called server are not one for each request");
    }
    if (spans == 1 && isKnown(kind, n)) {
      faults.addAll(statusFaultsOf(kind, n, mayBeLost));
    } else if (spans == 1 && !RACERS.contains(ledger.spanStatus(n))) {
      faults.add("spans of races that tell what nobody answered");
    }
    return faults;
  }

  // CXF now and then runs filters and method once more where a time-out meets a resume, traced or
  // not: the client has sent one request, and there is one span.
  private int arrived(Kind kind, int n) {
    int arrived = ledger.get(Count.ARRIVED, n);
    return kind.isRace() ? Math.min(arrived, 1) : arrived;
  }

  // Where an implementation lets two threads write one response, nobody knows what the client got.
  private boolean isKnown(Kind kind, int n) {
    return !kind.isRace() || ledger.get(Count.LET_IN, n) == 1;
  }

  private List<String> statusFaultsOf(Kind kind, int n, boolean mayBeLost) {
    List<String> faults = new ArrayList<>();
    int seen = ledger.seenStatus(n);
    if (seen == 0) {
      return mayBeLost ? faults : List.of("requests without an answer");
    }
    if (ledger.spanStatus(n) != seen) {
      faults.add("span and client have different statuses");
    }
    boolean isReset = kind.manner() == Manner.RESET_IN_BODY;
    if (!isReset && !kind.isBroken() && !ledger.isWhole(n)) {
      faults.add(BROKE_OFF);
    }
    // Whether the end of a stream that its client has left is an error depends on the container.
    boolean mayBeAny = isReset && !kind.isBroken();
    if (!mayBeAny && ledger.isSpanError(n) != (seen >= 500 || kind.isBroken())) {
      faults.add("spans that are an error and should not be, or the reverse");
    }
    return faults;
  }

  /** All that is known of a request. */
  String describe(Kind kind, int n) {
    StringBuilder text = new StringBuilder(kind + " " + n + " seen=" + ledger.seenStatus(n));
    text.append(" span=").append(ledger.spanStatus(n));
    for (Count count : Count.values()) {
      text.append(' ').append(count.name().toLowerCase(Locale.ROOT)).append('=');
      text.append(ledger.get(count, n));
    }
    return text.toString();
  }
}
