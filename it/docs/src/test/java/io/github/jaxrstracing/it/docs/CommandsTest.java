// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that the pages show can be given. */
class CommandsTest {
  private static final Path TOP = Path.of("..", "..");

  @Test
  void nameModulesAndProfilesThatExist() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String language : List.of("", "sh", "bash")) {
        page.blocks(language).stream().flatMap(String::lines).forEach(commands::add);
      }
    }
    commands.removeIf(line -> !line.startsWith("mvn "));

    assertThat(commands).isNotEmpty().allSatisfy(CommandsTest::canRun);
  }

  private static void canRun(String command) throws IOException {
    List<String> words = List.of(command.split("\\s+", -1));
    String profiles = poms();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith("-P")) {
        for (String profile : words.get(i).substring(2).split(",", -1)) {
          assertThat(profiles).contains("<id>" + profile + "</id>");
        }
      }
      if (words.get(i).equals("-pl")) {
        for (String module : words.get(i + 1).split(",", -1)) {
          assertThat(TOP.resolve(module).resolve("pom.xml")).exists();
        }
      }
      if (words.get(i).startsWith("-Dtest=")) {
        String test = words.get(i).replaceAll("-Dtest='?([\\w*]+).*", "$1");
        assertThat(test.contains("*") || files().contains(test + ".java")).as(test).isTrue();
      }
    }
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(TOP.resolve("it"))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static String poms() throws IOException {
    try (Stream<Path> files = Files.walk(TOP, 3)) {
      StringBuilder poms = new StringBuilder();
      for (Path file : files.filter(each -> each.endsWith("pom.xml")).toList()) {
        poms.append(Files.readString(file));
      }
      return poms.toString();
    }
  }
}
