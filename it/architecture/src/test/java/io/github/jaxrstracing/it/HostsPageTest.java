// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page about hosts says what {@code it/hosts} and {@code it/examples} have. That they run is
 * tested there.
 */
class HostsPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "hosts.md");
  private static final Path HOSTS = Path.of("..", "hosts");
  private static final Pattern ROW =
      Pattern.compile("\\| \\[[^]]+]\\(\\.\\./it/hosts/([^)]+)\\) \\| ([^ ]+) \\|.*");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
  private static final Pattern COORDINATES = Pattern.compile("`([\\w.-]+):([\\w.-]+)`");
  private static final Pattern NOTICE = Pattern.compile("// SPDX.*|<!-- SPDX.*|<\\?xml.*");

  @Test
  void hasARowForEveryHostInTheVersionThatIsRunAndNoOther() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), row.group(2));
      }
    }

    assertThat(rows).isNotEmpty().isEqualTo(hosts());
  }

  private static Map<String, String> hosts() throws IOException {
    String parent = Files.readString(HOSTS.resolve("pom.xml"));
    Map<String, String> hosts = new TreeMap<>();
    for (Path pom : poms(HOSTS)) {
      String version = element(Files.readString(pom), "host.version");
      if (version != null) {
        String host = pom.getParent().getFileName().toString();
        assertThat(parent).contains("<module>" + host + "</module>");
        hosts.put(host, version.startsWith("${") ? element(parent, "jersey.version") : version);
      }
    }
    return hosts;
  }

  private static String element(String pom, String name) {
    Matcher element = Pattern.compile('<' + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
    return element.find() ? element.group(1) : null;
  }

  @Test
  void showsFilesAsTheyAre() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    Path linked = null;
    int shown = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("```\\w+")) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        assertThat(lines.subList(i + 1, end)).as(linked + ", on the page").isEqualTo(code(linked));
        shown++;
        i = end;
      }
      Matcher link = LINK.matcher(lines.get(i));
      while (link.find()) {
        linked = PAGE.resolveSibling(link.group(1)).normalize();
      }
    }

    assertThat(shown).isPositive();
  }

  private static List<String> code(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .dropWhile(line -> NOTICE.matcher(line).matches())
        .toList();
  }

  @Test
  void namesArtifactsThatAreUsed() throws IOException {
    List<Path> poms = new ArrayList<>(poms(HOSTS));
    poms.addAll(poms(Path.of("..", "examples")));
    StringBuilder used = new StringBuilder();
    for (Path pom : poms) {
      used.append(Files.readString(pom).replaceAll("\\s", ""));
    }

    List<String> named =
        COORDINATES
            .matcher(Files.readString(PAGE))
            .results()
            .map(
                match ->
                    String.format(
                        "<groupId>%s</groupId><artifactId>%s</artifactId>",
                        match.group(1), match.group(2)))
            .collect(Collectors.toList());

    assertThat(named).isNotEmpty().allSatisfy(each -> assertThat(used).contains(each));
  }

  private static List<Path> poms(Path all) throws IOException {
    List<Path> poms = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
      for (Path folder : folders) {
        Stream.of(folder.resolve("pom.xml")).filter(Files::exists).forEach(poms::add);
      }
    }
    return poms;
  }

  @Test
  void hasNoLinkToNowhere() throws IOException {
    assertThat(LINK.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(PAGE.resolveSibling(link)).exists());
  }
}
