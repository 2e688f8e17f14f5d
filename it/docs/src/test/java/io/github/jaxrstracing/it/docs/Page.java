// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param name its path from the top of the project, with slashes
 * @param text what it says
 */
record Page(String name, String text) {
  private static final Path TOP = Path.of("..", "..");

  /** Every page of the project. */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TOP)) {
      for (Path file : files.filter(Page::isPage).sorted().toList()) {
        pages.add(named(TOP.relativize(file).toString().replace('\\', '/')));
      }
    }
    return pages;
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md")
        && TOP.relativize(file).toString().matches("(?!.*\\btarget\\b)[^.].*");
  }

  static Page named(String name) throws IOException {
    return new Page(name, Files.readString(TOP.resolve(name)));
  }

  /** A file that this page links to. */
  Path resolve(String link) {
    return TOP.resolve(name).resolveSibling(link).normalize();
  }

  /** What stands between lines of three backticks, the first of which names this language. */
  List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    List<String> block = null;
    for (String line : text.lines().toList()) {
      if (!line.startsWith("```")) {
        if (block != null) {
          block.add(line);
        }
      } else if (block == null) {
        block = new ArrayList<>(List.of(line.substring(3)));
      } else {
        if (block.remove(0).equals(language)) {
          blocks.add(String.join("\n", block) + '\n');
        }
        block = null;
      }
    }
    return blocks;
  }

  /** The page without its blocks. */
  String prose() {
    boolean[] inBlock = new boolean[1];
    return text.lines()
        .filter(
            line -> {
              inBlock[0] ^= line.startsWith("```");
              return !inBlock[0] && !line.startsWith("```");
            })
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return name;
  }
}
