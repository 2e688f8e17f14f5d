// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private final Recorder recorder = new Recorder();

  @Test
  void drawsEverySpanBelowItsParentWithItsPlaceInTime() {
    Span shop = recorder.root("shop", "GET:/items", 0);
    Span call = recorder.child(shop, "shop", SpanKind.CLIENT, "GET", 25);
    Span stock = recorder.child(call, "stock", SpanKind.SERVER, "GET:/stock", 50);
    stock.setAttribute("http.status_code", 200);
    recorder.end(stock, 75);
    recorder.end(call, 80);
    recorder.end(shop, 100);

    String drawn = drawn();

    assertThat(drawn)
        .isEqualTo(
            """
              SERVICE KIND   OPERATION                     STATUS                      TIME
              shop    SERVER GET:/items                    -       |#############| 100.0 ms
              shop    CLIENT   GET                         -       |   #######   |  55.0 ms
              stock   SERVER     GET:/stock                200     |       ###   |  25.0 ms
            """);
  }

  @Test
  void marksErrorsAndNamesTheirException() {
    Span stock = recorder.root("stock", "GET:/stock", 0);
    stock.setAttribute("http.status_code", 500);
    stock.setStatus(StatusCode.ERROR);
    stock.recordException(new IllegalStateException("no shelf\nat all"));
    recorder.end(stock, 10);

    String drawn = drawn();

    assertThat(drawn).contains("500 ERR").contains("! IllegalStateException: no shelf\n");
  }

  @Test
  void drawsErrorsAloneInRed() {
    Span shop = recorder.root("shop", "GET:/items", 0);
    Span stock = recorder.child(shop, "stock", SpanKind.SERVER, "GET:/stock", 0);
    stock.setStatus(StatusCode.ERROR);
    stock.recordException(new IllegalStateException("no shelf"));
    recorder.end(stock, 10);
    recorder.end(shop, 10);

    String drawn = Waterfall.of(recorder.traces().get(0), new Terminal(System.out, true));

    assertThat(drawn.lines())
        .filteredOn(line -> line.startsWith("\u001b[31m") && line.endsWith("\u001b[0m"))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("stock   SERVER"))
        .anySatisfy(line -> assertThat(line).contains("! IllegalStateException"));
    assertThat(drawn.lines().filter(line -> line.contains("\u001b"))).hasSize(2);
  }

  @Test
  void drawsASpanWithoutItsParentAsAnOrphan() {
    Span lost = recorder.root("shop", "GET:/items", 0);
    Span stock = recorder.child(lost, "stock", SpanKind.SERVER, "GET:/stock", 5);
    recorder.end(stock, 10);

    String drawn = drawn();

    assertThat(drawn).contains("stock   SERVER ?? GET:/stock").doesNotContain("GET:/items");
  }

  @Test
  void cutsALongNameAndShowsTheShortestSpan() {
    Span shop = recorder.root("shop", "GET:/" + "a".repeat(100), 0);
    Span call = recorder.child(shop, "shop", SpanKind.CLIENT, "GET", 1000);
    recorder.end(call, 1000);
    recorder.end(shop, 1000);

    String drawn = drawn();

    assertThat(drawn).contains("GET:/aaaaaaaaaaaaaaaaaaaaa... ").contains("|            #|");
    assertThat(drawn.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  private String drawn() {
    assertThat(recorder.traces()).hasSize(1);
    return Waterfall.of(recorder.traces().get(0), new Terminal(System.out, false));
  }
}
