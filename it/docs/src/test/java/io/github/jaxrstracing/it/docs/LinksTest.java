// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links within the project lead somewhere. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]*)\\)");

  @ParameterizedTest
  @MethodSource("io.github.jaxrstracing.it.docs.Page#all")
  void leadSomewhere(Page page) throws IOException {
    List<String> dead = new ArrayList<>();
    for (MatchResult link : LINK.matcher(page.prose()).results().toList()) {
      if (!link.group(1).contains("://") && !leadsSomewhere(page, link.group(1))) {
        dead.add(link.group(1));
      }
    }
    assertThat(dead).isEmpty();
  }

  private static boolean leadsSomewhere(Page page, String link) throws IOException {
    String[] parts = link.split("#", -1);
    Path target =
        parts[0].isEmpty()
            ? page.resolve(page.name().replaceAll(".*/", ""))
            : page.resolve(parts[0]);
    return Files.exists(target)
        && (parts.length == 1 || anchors(Files.readString(target)).contains(parts[1]));
  }

  /** Headings as GitHub makes them anchors. */
  private static List<String> anchors(String text) {
    return new Page("", text)
        .prose()
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
