// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples have no parent of ours, so nothing else holds what they share with the build. */
class ExamplesTest {
  private static final Path IT = Path.of("..");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  static List<Path> examples() throws IOException {
    List<Path> examples = new ArrayList<>();
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(IT.resolve("examples"), Files::isDirectory)) {
      folders.forEach(examples::add);
    }
    assertThat(examples).isNotEmpty();
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isBuiltByTheBuild(Path example) throws IOException {
    assertThat(Files.readString(IT.resolve("pom.xml")))
        .contains("<module>examples/" + example.getFileName() + "</module>");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void usesTheVersionThatIsBuilt(Path example) throws IOException {
    Matcher built = VERSION.matcher(Files.readString(IT.resolve("pom.xml")));
    assertThat(built.find()).isTrue();

    assertThat(Files.readString(example.resolve("pom.xml")))
        .contains("<jaxrs-tracing.version>" + built.group(1) + "</jaxrs-tracing.version>");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasLessThanAHundredLines(Path example) throws IOException {
    long lines = 0;
    try (Stream<Path> files = Files.walk(example.resolve("src/main"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        lines += Files.readAllLines(file).size();
      }
    }

    assertThat(lines).isPositive().isLessThan(100);
  }
}
