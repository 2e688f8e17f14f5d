// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The artifacts that the pages name are those that the snippets ran with. */
class CoordinatesTest {
  private static final String OURS = "io.github.jaxrs-tracing";
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<groupId>(.+?)</groupId>\\s*<artifactId>(.+?)</artifactId>\\s*<version>(.+?)</version>");
  private static final Pattern INLINE =
      Pattern.compile("`(?:([\\w.-]+):)?([\\w-]+):([0-9][\\w.-]*)`");

  @ParameterizedTest
  @MethodSource("io.github.jaxrstracing.it.docs.Page#all")
  void areThoseOfTheBuild(Page page) throws IOException {
    List<MatchResult> named = new ArrayList<>(INLINE.matcher(page.prose()).results().toList());
    for (String block : page.blocks("xml")) {
      named.addAll(DEPENDENCY.matcher(block).results().toList());
    }
    List<String> wrong = new ArrayList<>();
    for (MatchResult each : named) {
      if (!isOfTheBuild(each.group(1), each.group(2), each.group(3))) {
        wrong.add(each.group());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isOfTheBuild(String group, String artifact, String version)
      throws IOException {
    if (OURS.equals(group)) {
      String parent = Files.readString(Path.of("..", "..", "pom.xml"));
      return parent.contains("<version>" + version + "</version>\n  <packaging>pom")
          && published(parent).contains(artifact);
    }
    String jar = '/' + artifact + '/' + version + '/' + artifact + '-' + version + ".jar";
    String folder = group == null ? "" : '/' + group.replace('.', '/');
    return System.getProperty("java.class.path").replace('\\', '/').contains(folder + jar);
  }

  private static List<String> published(String parent) throws IOException {
    List<String> artifacts = new ArrayList<>();
    for (MatchResult module :
        Pattern.compile("<module>(.+)</module>").matcher(parent).results().toList()) {
      String pom = Files.readString(Path.of("..", "..", module.group(1), "pom.xml"));
      Pattern own = Pattern.compile("</parent>\\s*<artifactId>(.+)</artifactId>");
      own.matcher(pom).results().forEach(artifact -> artifacts.add(artifact.group(1)));
    }
    return artifacts;
  }
}
