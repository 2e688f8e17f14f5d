// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The directory of a war: the application, and with it the library and all that it runs on. */
final class War {
  private static final Path CLASSES = Path.of("target", "test-classes");
  private static final Path RESOURCES = Path.of("src", "test", "war");
  private static final String PACKAGE = War.class.getPackageName().replace('.', '/') + "/war";

  // What the server has, and what only tests need.
  private static final List<String> NOT_INSIDE =
      List.of(
          "tomcat-", "junit-", "assertj-", "awaitility-", "jakarta.servlet-api", "test-classes");

  private War() {}

  /** A war with nothing but its application in it. */
  static Path alone(Path root) throws IOException {
    Path classes = Files.createDirectories(root.resolve("WEB-INF/classes"));
    copy(CLASSES.resolve(PACKAGE), classes.resolve(PACKAGE));
    copy(RESOURCES, classes);
    return root;
  }

  /** A war with everything in it but the libraries whose names begin so. */
  static Path whole(Path root, List<String> without) throws IOException {
    Path lib = Files.createDirectories(root.resolve("WEB-INF/lib"));
    String[] elements = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    for (int i = 0; i < elements.length; i++) {
      Path element = Path.of(elements[i]);
      String name = element.getFileName().toString();
      if (!Files.exists(element)
          || NOT_INSIDE.stream().anyMatch(name::startsWith)
          || without.stream().anyMatch(name::startsWith)) {
        continue;
      }
      if (Files.isDirectory(element)) {
        pack(element, lib.resolve(i + ".jar"));
      } else {
        Files.copy(element, lib.resolve(i + "-" + name));
      }
    }
    return alone(root);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    URI uri = URI.create("jar:" + jar.toUri());
    try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
      copy(classes, zip.getPath("/"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
