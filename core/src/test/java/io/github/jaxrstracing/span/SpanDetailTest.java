// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.HttpResponse;
import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.TagSink;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpanDetailTest {
  private static final String LONG = "x".repeat(64_000);

  @Property
  void keepsAsMuchAsFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 20) int most) {
    String cut = new SpanDetail(false, most).cut(text);

    assertThat(text).startsWith(cut);
    assertThat(cut.length()).isBetween(Math.min(text.length(), most - 1), most);
  }

  @Property
  void splitsNoCharacter(@ForAll @IntRange(min = 1, max = 9) int most) {
    String cut =
        new SpanDetail(false, most).cut("a\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00");

    assertThat(cut.codePoints().filter(code -> Character.getType(code) == Character.SURROGATE))
        .isEmpty();
  }

  @Test
  void leavesWhatIsShortEnoughAsItIs() {
    String text = "x".repeat(1024);

    assertThat(SpanDetail.DEFAULT.cut(text)).isSameAs(text);
  }

  @Test
  void cutsWhatAVocabularyWrites() {
    HttpTags wordy =
        new HttpTags() {
          @Override
          public void onRequest(HttpRequest request, TagSink tags) {
            tags.tag("start", LONG);
          }

          @Override
          public void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {
            tags.tag("end", LONG);
          }

          @Override
          public boolean isError(HttpRequest request, HttpResponse response) {
            return true;
          }

          @Override
          public String errorValue(HttpRequest request, HttpResponse response) {
            return LONG;
          }
        };

    assertThat(TestExchange.speaking(wordy).finished().tags())
        .containsEntry("start", LONG.substring(0, 1024))
        .containsEntry("end", LONG.substring(0, 1024))
        .containsEntry("error", LONG.substring(0, 1024));
  }

  @Test
  void cutsNames() {
    HttpTags wordy =
        new HttpTags() {
          @Override
          public String finalOperationName(HttpRequest request, HttpResponse response) {
            return LONG;
          }
        };

    assertThat(TestExchange.named(request -> LONG, HttpTags.OPENTRACING).finished().operationName())
        .hasSize(1024);
    assertThat(TestExchange.speaking(wordy).finished().operationName()).hasSize(1024);
  }

  @Test
  void cutsAfterTheSecretsWereTakenOut() {
    TestExchange exchange = TestExchange.speaking(HttpTags.OPENTRACING);
    exchange.uri = "http://user:" + LONG + "@shop/?a=" + LONG + "&sig=secret";

    assertThat(exchange.finished().tags().get("http.url").toString())
        .hasSize(1024)
        .startsWith("http://REDACTED:REDACTED@shop/?a=xxx");
  }
}
