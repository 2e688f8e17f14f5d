// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code -Dshow} can show. */
@SuppressWarnings("ImmutableEnumChecker") // topics have no state
enum Topics {
  CHOICE("trace all requests, or chosen ones", new ChoiceTopic()),
  TAGS("what a request has, as tags of its span", new TagsTopic()),
  BY_HAND("the span of a request, in a thread of your own", new ByHandTopic()),
  ALL_CLIENTS("all clients in one line, also those in libraries", new AllClientsTopic()),
  ERROR_LOG("an error in the log, on the span", new ErrorLogTopic()),
  VOCABULARIES("the same request in each vocabulary", new VocabulariesTopic());

  private final String title;
  private final Topic topic;

  Topics(String title, Topic topic) {
    this.title = title;
    this.topic = topic;
  }

  /** Finds topics by a list with commas; refuses names that there are not. */
  static List<Topics> named(String list) {
    if (list.equals("all")) {
      return List.of(values());
    }
    return Arrays.stream(list.split(",", -1)).map(name -> named(name.strip(), list)).toList();
  }

  private static Topics named(String name, String list) {
    return Arrays.stream(values())
        .filter(topic -> topic.option().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongOption(
                    "-Dshow: \"%s\" cannot be used; valid are\n%s".formatted(list, help())));
  }

  static String help() {
    return Arrays.stream(values())
        .map(topic -> "  %-14s%s\n".formatted(topic.option(), topic.title))
        .collect(
            Collectors.joining("", "", "  all           all of them; some with commas between"));
  }

  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  Topic topic() {
    return topic;
  }

  void show(Terminal terminal) throws IOException, InterruptedException {
    terminal.out().println("\n" + option() + ": " + title + "\n");
    topic.code().lines().forEach(line -> terminal.out().println(("    " + line).stripTrailing()));
    terminal.out().println();
    topic.result().forEach(line -> terminal.out().println("  " + line));
  }
}
