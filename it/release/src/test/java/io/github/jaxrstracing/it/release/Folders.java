// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Copies, lists and deletes folders. */
final class Folders {
  private static final Set<String> NO_SOURCES = Set.of("target", ".git", "node_modules");

  private Folders() {}

  /** Copies the sources of this project, with another version in all poms. */
  static void copySources(Path from, Path to, String version, String other) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NO_SOURCES.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file));
            if (file.endsWith("pom.xml")) {
              String pom = Files.readString(file);
              Files.writeString(
                  copy,
                  pom.replace(
                      "<version>" + version + "</version>", "<version>" + other + "</version>"));
            } else {
              Files.copy(file, copy);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The files below a folder, relative to it, in order. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : found) {
      Files.deleteIfExists(file);
    }
  }
}
