// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.soak.Ledger.Count;
import io.github.jaxrstracing.it.soak.LedgerTracer.Context;
import io.github.jaxrstracing.it.soak.SpanEnd.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server does by itself is excused as often as the untraced control leaves open. */
class BooksTest {
  private static final int REQUESTS = 400;
  private static final int CONTROL = 40;
  private static final Answer CHUNKS = new Answer(200, List.of(), "chunk", true);
  private static final Answer BROKEN = new Answer(200, List.of(), "chu", false);
  private static final Answer FIRST = new Answer(200, List.of("X-Racer: FIRST"), "the first", true);

  private final Violations violations = new Violations();

  private static Mix mix(Kind kind) {
    return new Mix(Host.JETTY, new Settings(1, 1, false, Pattern.compile(kind.name())));
  }

  private Ledger ledger(Kind kind, int requests, Answer answer, int others, Answer other) {
    Ledger ledger = new Ledger(requests, mix(kind), violations);
    for (int n = 0; n < requests; n++) {
      ledger.sent(n);
      ledger.count(Count.ARRIVED, n);
      ledger.count(Count.LET_IN, n);
      ledger.count(Count.LET_IN, n);
      ledger.seen(n, n < others ? other : answer);
    }
    return ledger;
  }

  private void trace(Ledger ledger, int others, int status) {
    for (int n = 0; n < ledger.requests(); n++) {
      Context sender = Load.sendsParent(n) ? new Context(Role.SENDER, n, "r" + n, "p" + n) : null;
      ledger.ended(new SpanEnd("GET", Role.FRONT, n, sender, n < others ? status : 200, false));
    }
  }

  private void close(Ledger traced, Ledger control, Kind kind) {
    Books.close(traced, mix(kind), Books.ofControl(control, mix(kind)), violations);
  }

  @ParameterizedTest(name = "{0} of {1} untraced, {2} of 400 traced")
  @CsvSource({
    "0, 40,   6,  true",
    "0, 40,   7,  false",
    "1, 40,   33, true",
    "1, 40,   34, false",
    "9, 40,   34, false",
    "0, 4000, 1,  true",
    "0, 4000, 2,  false",
    "1, 4000, 2,  true",
    "1, 4000, 3,  false",
  })
  void letsStreamsBreakOffAsUntraced(int untraced, int control, int traced, boolean isGood) {
    Ledger ledger = ledger(Kind.CHUNKS, REQUESTS, CHUNKS, traced, BROKEN);
    trace(ledger, 0, 200);

    close(ledger, ledger(Kind.CHUNKS, control, CHUNKS, untraced, BROKEN), Kind.CHUNKS);

    assertThat(violations.areNone()).as(violations.lines().toString()).isEqualTo(isGood);
  }

  @ParameterizedTest(name = "{0} spans of 400 tell the other answer")
  @CsvSource({"11, true", "12, false"})
  void letsFewSpansTellTheOtherAnswer(int others, boolean isGood) {
    Ledger ledger = ledger(Kind.RACE_REFUSE, REQUESTS, FIRST, 0, FIRST);
    trace(ledger, others, 409);

    close(ledger, ledger(Kind.RACE_REFUSE, CONTROL, FIRST, 0, FIRST), Kind.RACE_REFUSE);

    assertThat(violations.areNone()).as(violations.lines().toString()).isEqualTo(isGood);
  }

  @ParameterizedTest
  @CsvSource({
    "SYNC,          200, true",
    "SYNC,          404, false",
    "MANAGED_STAGE, 500, true",
    "MANAGED_STAGE, 404, false",
  })
  void comparesTheStatusesWithThoseOfTheControl(Kind kind, int status, boolean isGood) {
    Ledger ledger = ledger(kind, 10, CHUNKS, 1, new Answer(status, List.of(), "", true));

    close(ledger, ledger(kind, 10, CHUNKS, 0, CHUNKS), kind);

    assertThat(violations.lines().toString().contains("nobody sees untraced")).isNotEqualTo(isGood);
  }

  @Test
  void addsUpWhatIsExcused() {
    Ledger ledger = ledger(Kind.CHUNKS, REQUESTS, CHUNKS, 3, BROKEN);

    assertThat(Books.ofControl(ledger, mix(Kind.CHUNKS)).table()).contains("broke_off 3");
  }
}
