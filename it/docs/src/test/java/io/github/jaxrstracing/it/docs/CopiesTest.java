// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A snippet with a package is a whole file of this project, which is compiled and run there. */
class CopiesTest {
  @ParameterizedTest
  @MethodSource("io.github.jaxrstracing.it.docs.Page#all")
  void areThoseFiles(Page page) throws IOException {
    List<String> copies =
        page.blocks("java").stream().filter(block -> block.startsWith("package ")).toList();
    List<String> files = copies.isEmpty() ? List.of() : files();

    assertThat(copies).isSubsetOf(files);
  }

  private static List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Path.of("..", "..", "it"))) {
      for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
        files.add(Files.readString(file).replaceFirst("^// SPDX.*\\R", ""));
      }
    }
    return files;
  }
}
