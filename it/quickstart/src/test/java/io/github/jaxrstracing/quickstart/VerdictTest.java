// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Scenario PLAIN =
      new Scenario(
          "plain",
          "/items/kettle",
          "GET:/items/{item}",
          List.of(
              "shop SERVER",
              "shop CLIENT under GET:/items/{item}",
              "stock SERVER under ask-stock"));

  private final Recorder recorder = new Recorder();
  private final Span shop = recorder.root("shop", "GET:/items/{item}", 0);
  private final Span call = recorder.child(shop, "shop", SpanKind.CLIENT, "ask-stock", 1);
  private final Span stock = recorder.child(call, "stock", SpanKind.SERVER, "GET:/stock", 2);

  @Test
  void isWholeWhenEverySpanIsThere() {
    end(stock, call, shop);

    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isZero();
    assertThat(report(verdict)).contains("3 of 3   1       0        whole").contains("OK: ");
  }

  @Test
  void failsWithoutAnyTrace() {
    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults()).containsExactly("no trace");
    assertThat(report(verdict)).contains("[1]  none").contains("FAILED: ");
  }

  @Test
  void failsWhenALeafIsMissing() {
    end(call, shop);

    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults())
        .containsExactly("missing: stock SERVER under ask-stock");
  }

  @Test
  void failsWhenAParentIsMissing() {
    end(stock, shop);

    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.orphans()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults())
        .containsExactly(
            "not expected: stock SERVER under a span that is missing",
            "missing: shop CLIENT under GET:/items/{item}",
            "missing: stock SERVER under ask-stock");
  }

  @Test
  void failsWhenTheRootIsMissing() {
    end(stock, call);

    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults()).containsExactly("no trace");
    assertThat(verdict.strays()).hasSize(1);
  }

  @Test
  void failsWhenASpanIsThereTwice() {
    Span again = recorder.child(call, "stock", SpanKind.SERVER, "GET:/stock", 2);
    end(stock, again, call, shop);

    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults())
        .containsExactly("not expected: stock SERVER under ask-stock");
  }

  @Test
  void failsWhenASpanIsOfAnotherKind() {
    Span internal = recorder.child(call, "stock", SpanKind.INTERNAL, "GET:/stock", 2);
    end(internal, call, shop);

    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults())
        .containsExactly(
            "not expected: stock INTERNAL under ask-stock",
            "missing: stock SERVER under ask-stock");
  }

  @Test
  void failsWhenASpanHasTheWrongParent() {
    Span misplaced = recorder.child(shop, "stock", SpanKind.SERVER, "GET:/stock", 2);
    end(misplaced, call, shop);

    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults())
        .containsExactly(
            "not expected: stock SERVER under GET:/items/{item}",
            "missing: stock SERVER under ask-stock");
  }

  @Test
  void failsWhenATraceBelongsToNoRequest() {
    Span stray = recorder.root("stock", "GET:/stock", 2);
    end(stock, call, shop, stray);

    Verdict verdict = verdict();

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.tracesFound()).isEqualTo(2);
    assertThat(report(verdict)).contains("! belongs to no request");
  }

  private void end(Span... spans) {
    for (Span span : spans) {
      recorder.end(span, 3);
    }
  }

  private static String report(Verdict verdict) {
    return Report.of(verdict, Backend.NONE, new Terminal(System.out, false));
  }

  private Verdict verdict() {
    return Verdict.of(List.of(PLAIN), recorder.traces());
  }
}
