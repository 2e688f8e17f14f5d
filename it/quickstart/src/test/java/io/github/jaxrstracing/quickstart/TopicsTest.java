// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code -Dshow} shows: real services, real requests. */
@Timeout(60)
class TopicsTest {
  @BeforeAll
  static void silenceServers() {
    Quickstart.silenceServers();
  }

  @Test
  void showsWhichRequestsAreTraced() throws Exception {
    assertThat(shown(Topics.CHOICE))
        .contains(
            """
              REQUEST             CHOSEN                  ALL
              GET /orders         GET:/orders             GET:/orders
              GET /orders/total   no span                 GET:/orders/total
              GET /orders/ping    no span                 no span
              GET /health         no span                 no span
              GET /nowhere        no span                 GET
            """);
  }

  @Test
  void showsTagsOfTheRequest() throws Exception {
    assertThat(shown(Topics.TAGS))
        .contains(
            """
                server GET:/orders/{id}
                    tag header.X-Tenant = blue
                    tag path.id = 7
                    tag query_string = colour=red
            """);
  }

  @Test
  void showsASpanBelowTheOneOfTheRequest() throws Exception {
    assertThat(shown(Topics.BY_HAND))
        .contains(
            """
                server GET:/parcels
                    tag gift = true
                  local wrap
                      log event = no paper left
            """);
  }

  @Test
  void showsTheCallOfAClientThatKnowsNothing() throws Exception {
    assertThat(shown(Topics.ALL_CLIENTS))
        .contains(
            """
                server GET:/shelves
                    tag http.status_code = 200
                  client GET
                      tag http.status_code = 200
                    server GET:/shelves/top
                        tag http.status_code = 200
            """);
  }

  @Test
  void showsTheErrorLogOfARequestThatSucceeds() throws Exception {
    assertThat(shown(Topics.ERROR_LOG))
        .contains("GET /mail -> 200", "tag error = true", "log message = mail not sent");
  }

  @Test
  void showsTheVocabulariesSideBySide() throws Exception {
    assertThat(shown(Topics.VOCABULARIES))
        .contains(
            """
              VALUE         OPENTRACING      OPENTELEMETRY             ZIPKIN
              (span name)   GET:/orders/{id} GET /orders/{id}          GET /orders/{id}
            """)
        .contains("  500           http.status_code error.type                http.status_code\n")
        .contains("  /orders/7                      url.path                  http.path\n");
  }

  @ParameterizedTest
  @EnumSource
  void printsAsciiThatFitsATerminal(Topics topic) throws Exception {
    assertThat(shown(topic)).matches(text -> US_ASCII.newEncoder().canEncode(text), "is ASCII");
    assertThat(shown(topic).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @ParameterizedTest
  @EnumSource
  void printsTheCodeThatRuns(Topics topic) throws Exception {
    String file = topic.topic().getClass().getName().replace('.', '/') + ".java";
    String source = Files.readString(Path.of("src", "main", "java").resolve(file));
    String afterwards = source.substring(source.lastIndexOf("\"\"\";"));

    for (String part : topic.topic().code().split("\n\n", -1)) {
      assertThat(withoutSpace(afterwards)).contains(withoutSpace(part));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isInTheDocumentation(Topics topic) throws Exception {
    String page = Files.readString(Path.of("..", "..", "docs", "quickstart.md"));

    assertThat(page).contains("| `" + topic.option() + "` | " + topic.title() + " |");
  }

  @Test
  void findsTopicsByTheirNames() {
    assertThat(Topics.named("all")).containsExactly(Topics.values());
    assertThat(Topics.named("tags, by-hand")).containsExactly(Topics.TAGS, Topics.BY_HAND);
  }

  @Test
  void namesWhatIsValidWhereANameIsNot() {
    assertThatThrownBy(() -> Topics.named("tags,spans"))
        .isInstanceOf(WrongOption.class)
        .hasMessageStartingWith("-Dshow: \"tags,spans\" cannot be used; valid are\n  choice ")
        .hasMessageContaining("\n  error-log ")
        .hasMessageContaining("\n  all ");
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("\\s", "");
  }

  private static String shown(Topics topic) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    topic.show(new Terminal(new PrintStream(printed, true, US_ASCII), false));
    return printed.toString(US_ASCII);
  }
}
