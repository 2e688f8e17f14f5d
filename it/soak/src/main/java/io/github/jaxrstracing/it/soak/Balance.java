// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.Kind.Manner;
import io.github.jaxrstracing.it.soak.Ledger.Count;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must hold for each request of a traced run. */
final class Balance {
  /** The one fault that a few requests may have; see {@link #mostUnclear}. */
  static final String UNCLEAR = "spans of contested races that do not tell what the client saw";

  private static final Set<Excuse> ANSWER_IS_UNKNOWN =
      EnumSet.of(Excuse.MIXED, Excuse.FAILED, Excuse.RESUMED_TWICE);

  private final Ledger ledger;
  private final Host host;

  Balance(Ledger ledger, Host host) {
    this.ledger = ledger;
    this.host = host;
  }

  /**
   * How many of the contested races of a kind may have a span that tells the other answer. Between
   * a look at the status and the moment when the container sends it, the other thread may change
   * it: up to 3 in 1000 were seen on Jersey. A library that asks nobody has 150 and more.
   */
  static long mostUnclear(long requests) {
    return 3 + requests / 50;
  }

  /** The rules that a request breaks. */
  List<String> faultsOf(Kind kind, int n) {
    List<String> faults = new ArrayList<>();
    Set<Excuse> excuses = Excuse.of(ledger, kind, host, n);
    int arrived = excuses.contains(Excuse.RUN_TWICE) ? 1 : ledger.get(Count.ARRIVED, n);
    int spans = ledger.get(Count.FRONT_SPANS, n);
    boolean mayBeLost = kind.manner().mayGetLost() || ledger.isDead(n);
    if (arrived != 1 && !(arrived == 0 && mayBeLost)) {
      faults.add("requests that did not arrive once");
    }
    if (spans != arrived && !excuses.contains(Excuse.HELD)) {
      faults.add("server spans are not one for each request");
    }
    if (ledger.get(Count.CALL_SPANS, n) != ledger.get(Count.CALLS, n)) {
      faults.add("client spans are not one for each call");
    }
    if (ledger.get(Count.DOWN_SPANS, n) != ledger.get(Count.DOWN_ARRIVED, n)) {
      faults.add("spans of the called server are not one for each request");
    }
    boolean mayFail = kind.isContestedOn(host) || isContested(kind, n);
    if (kind.isRace() && spans == 1 && !isKnown(kind, n, mayFail)) {
      faults.add("spans of races that tell what nobody answered");
    }
    if (spans == 1 && Collections.disjoint(excuses, ANSWER_IS_UNKNOWN)) {
      boolean mayBeUnseen = mayBeLost || excuses.contains(Excuse.UNSENT);
      faults.addAll(answerFaultsOf(kind, n, mayBeUnseen, excuses.contains(Excuse.BROKE_OFF)));
    }
    return faults;
  }

  private List<String> answerFaultsOf(Kind kind, int n, boolean mayBeUnseen, boolean brokeOff) {
    int seen = ledger.seenStatus(n);
    if (seen == 0) {
      return mayBeUnseen ? List.of() : List.of("requests without an answer");
    }
    if (ledger.spanStatus(n) != seen && isContested(kind, n)) {
      return List.of(UNCLEAR);
    }
    List<String> faults = new ArrayList<>();
    if (ledger.spanStatus(n) != seen) {
      faults.add("span and client have different statuses");
    }
    boolean isReset = kind.manner() == Manner.RESET_IN_BODY;
    if (!isReset && !kind.isBroken() && !ledger.isWhole(n) && !brokeOff) {
      faults.add("answers that broke off");
    } else if (kind.isRace() && !ledger.isOfOneRacer(n)) {
      faults.add("answers of two racers in one");
    }
    // Whether the end of a stream that its client has left is an error depends on the container.
    boolean mayBeAny = (isReset && !kind.isBroken()) || brokeOff;
    if (!mayBeAny && ledger.isSpanError(n) != (seen >= 500 || kind.isBroken())) {
      faults.add("spans that are an error and should not be, or the reverse");
    }
    return faults;
  }

  // The container answers with 500 for a racer who cannot write.
  private boolean isKnown(Kind kind, int n, boolean mayFail) {
    int status = ledger.spanStatus(n);
    boolean isFailure = status == 500 && mayFail;
    return kind.isOfRacer(status) || status == ledger.seenStatus(n) || isFailure;
  }

  private boolean isContested(Kind kind, int n) {
    boolean mayBeTwo = kind.isContestedOn(host) || Excuse.RESUMED_TWICE.mayHappen(kind, host);
    return mayBeTwo && ledger.get(Count.LET_IN, n) > 1;
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
