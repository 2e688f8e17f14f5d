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

/** A ledger balances only when everything fits. */
class BalanceTest {
  private static final Context SENDER = new Context(Role.SENDER, 0, "r0", "p0");
  private static final Answer FIRST = new Answer(200, List.of("X-Racer: FIRST"), "the first", true);
  private static final Answer MIXED =
      new Answer(200, List.of("X-Racer: REFUSAL"), "the first", true);

  private final Violations violations = new Violations();
  private Host host = Host.GRIZZLY;
  private Kind kind = Kind.SYNC;
  private Ledger ledger = ledger();

  private void asked(Kind kind, Host host) {
    this.kind = kind;
    this.host = host;
    ledger = ledger();
  }

  private Ledger ledger() {
    Settings settings = new Settings(1, 1, false, Pattern.compile(kind.name()));
    return new Ledger(1, new Mix(host, settings), violations);
  }

  private void answered(int status) {
    answered(new Answer(status, List.of(), "", true));
  }

  private void answered(Answer answer) {
    ledger.sent(0);
    ledger.count(Count.ARRIVED, 0);
    ledger.seen(0, answer);
  }

  private void traced(int status, boolean isError) {
    ledger.ended(new SpanEnd("GET", Role.FRONT, 0, SENDER, status, isError));
  }

  private List<String> faults() {
    return new Balance(ledger, host).faultsOf(kind, 0);
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
  void findsWhatIsNoAnswer() {
    answered(new Answer(0, List.of(), "0", false));

    assertThat(violations.lines())
        .singleElement()
        .asString()
        .startsWith("answers that are not HTTP")
        .contains("'0'");
  }

  @Test
  void comparesTheParents() {
    ledger.ended(new SpanEnd("GET", Role.FRONT, 0, null, 200, false));

    assertThat(violations.lines()).singleElement().asString().startsWith("wrong parent");
  }

  @ParameterizedTest
  @CsvSource({
    "RACE_TIME_OUT, CXF,      true",
    "RACE_HANDLED,  CXF,      true",
    "RACE_TIME_OUT, GRIZZLY,  false",
    "RACE_TIME_OUT, JETTY,    false",
    "RACE_TIME_OUT, UNDERTOW, false",
    "RACE_RESUME,   CXF,      false",
    "SYNC,          CXF,      false",
  })
  void excusesASecondArrivalOnlyOfTimeOutsOnCxf(Kind kind, Host host, boolean isExcused) {
    asked(kind, host);
    answered(kind.isRace() ? FIRST : new Answer(200, List.of(), "sync", true));
    ledger.count(Count.ARRIVED, 0);
    traced(200, false);

    assertThat(faults().isEmpty()).isEqualTo(isExcused);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMED_OUT, CXF,     true",
    "TIMED_OUT, JETTY,   false",
    "RESUMED,   CXF,     false",
  })
  void excusesAMissingAnswerOnlyOfTimeOutsOnCxf(Kind kind, Host host, boolean isExcused) {
    asked(kind, host);
    answered(Answer.NONE);

    assertThat(faults().isEmpty()).isEqualTo(isExcused);
  }

  @ParameterizedTest
  @CsvSource({
    "CHUNKS, JETTY,    true",
    "CHUNKS, GRIZZLY,  false",
    "STREAM, JETTY,    false",
  })
  void excusesABrokenAnswerOnlyOfChunksOnJetty(Kind kind, Host host, boolean isExcused) {
    asked(kind, host);
    answered(new Answer(200, List.of(), "ch", false));
    traced(200, false);

    assertThat(faults().isEmpty()).isEqualTo(isExcused);
  }

  @ParameterizedTest
  @CsvSource({
    "CHUNKS_RESET, JETTY,   true",
    "EVENTS_RESET, JETTY,   true",
    "STREAM_RESET, JETTY,   false",
    "CHUNKS_RESET, GRIZZLY, false",
  })
  void excusesAStreamThatIsNotSentOnlyOnJetty(Kind kind, Host host, boolean isExcused) {
    asked(kind, host);
    answered(0);
    traced(200, false);

    assertThat(faults().isEmpty()).isEqualTo(isExcused);
  }

  @ParameterizedTest
  @CsvSource({
    "RACE_REFUSE, GRIZZLY,  true",
    "RACE_THROW,  JETTY,    true",
    "RACE_REFUSE, UNDERTOW, false",
    "RACE_REFUSE, CXF,      false",
    "RACE_RESUME, GRIZZLY,  false",
  })
  void excusesAMixtureOnlyWhereJerseyLetsTwoAnswer(Kind kind, Host host, boolean isExcused) {
    asked(kind, host);
    answered(MIXED);
    traced(200, false);

    assertThat(faults().isEmpty()).isEqualTo(isExcused);
  }

  @ParameterizedTest
  @CsvSource({
    "RACE_RESUME, GRIZZLY,  2, true",
    "RACE_RESUME, JETTY,    2, true",
    "RACE_RESUME, GRIZZLY,  1, false",
    "RACE_RESUME, UNDERTOW, 2, false",
    "RACE_CANCEL, GRIZZLY,  2, false",
  })
  void excusesTwoResumesOnlyWhereJerseyLetsBothIn(
      Kind kind, Host host, int letIn, boolean isExcused) {
    Answer brokenOff = new Answer(200, List.of("X-Racer: FIRST"), "the first", false);
    for (Answer answer : List.of(MIXED, brokenOff, Answer.NONE)) {
      asked(kind, host);
      answered(answer);
      for (int i = 0; i < letIn; i++) {
        ledger.count(Count.LET_IN, 0);
      }
      traced(200, false);

      assertThat(faults().isEmpty()).isEqualTo(isExcused);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RACE_TIME_OUT, JETTY,   500, true",
    "RACE_TIME_OUT, JETTY,   404, false",
    "RACE_TIME_OUT, GRIZZLY, 500, false",
    "RACE_CANCEL,   JETTY,   500, false",
  })
  void excusesAFailureOnlyOfTimeOutsOnJetty(Kind kind, Host host, int status, boolean isExcused) {
    asked(kind, host);
    answered(status);
    ledger.count(Count.LET_IN, 0);
    ledger.count(Count.LET_IN, 0);
    traced(503, true);

    assertThat(faults().isEmpty()).isEqualTo(isExcused);
  }

  @ParameterizedTest
  @CsvSource({"500, true", "202, true", "404, false"})
  void asksOfTwoResumesThatTheirSpanTellsOneOfThemOrTheFailure(int told, boolean isExcused) {
    asked(Kind.RACE_RESUME, Host.JETTY);
    answered(Answer.NONE);
    ledger.count(Count.LET_IN, 0);
    ledger.count(Count.LET_IN, 0);
    traced(told, told >= 500);

    assertThat(faults().isEmpty()).isEqualTo(isExcused);
  }

  @Test
  void asksOfAMixtureThatItsSpanTellsWhatSomebodyAnswered() {
    asked(Kind.RACE_REFUSE, Host.GRIZZLY);
    answered(MIXED);
    traced(404, false);

    assertThat(faults()).containsExactly("spans of races that tell what nobody answered");
  }

  @ParameterizedTest
  @CsvSource({"RACE_REFUSE, 409", "RACE_RESUME, 202"})
  void comparesTheStatusesOfContestedRaces(Kind kind, int told) {
    asked(kind, Host.GRIZZLY);
    answered(FIRST);
    ledger.count(Count.LET_IN, 0);
    ledger.count(Count.LET_IN, 0);
    traced(told, false);

    assertThat(faults()).containsExactly(Balance.UNCLEAR);
  }

  @ParameterizedTest
  @CsvSource({"RACE_REFUSE, 409", "RACE_RESUME, 202"})
  void sparesNoRaceThatOnlyOneWasLetInto(Kind kind, int told) {
    asked(kind, Host.GRIZZLY);
    answered(FIRST);
    ledger.count(Count.LET_IN, 0);
    traced(told, false);

    assertThat(faults()).containsExactly("span and client have different statuses");
  }

  @Test
  void takesNoAnswerOfTwoRacersForThatOfOne() {
    Answer two = new Answer(200, List.of("X-Racer: FIRST", "X-Racer: SECOND"), "the first", true);
    Answer broken = new Answer(200, List.of("X-Racer: FIRST"), "the first", false);
    Answer page = new Answer(500, List.of(), "<p>the first</p>", true);

    assertThat(Kind.RACE_REFUSE.isOfOneRacer(FIRST)).isTrue();
    assertThat(List.of(MIXED, two, broken, page)).noneMatch(Kind.RACE_THROW::isOfOneRacer);
  }
}
