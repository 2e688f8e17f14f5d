// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A module that requires the library by its module names, compiled and run as one. */
@Timeout(60)
class ModulePathTest {
  private static final Path SOURCES = Path.of("src", "test", "module");
  private static final String MODULE = "io.github.jaxrstracing.it.shop";

  // All jars of the test: those that are modules of their own and not required stay out.
  private static final String JARS = System.getProperty("java.class.path");

  @TempDir private Path directory;

  @Test
  void tracesAnApplicationThatIsAModule() throws Exception {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    compile(classes);

    List<String> output = run(classes);

    assertThat(output)
        .contains(
            "module io.github.jaxrstracing",
            "module io.github.jaxrstracing.server",
            "module io.github.jaxrstracing.client",
            "answer traced",
            "span server GET:/orders/{id} child",
            "span client GET root")
        .as("warnings, such as that of hooks that were not found")
        .noneMatch(line -> line.contains("io.github.jaxrstracing.span.Guard"));
  }

  private static void compile(Path classes) throws Exception {
    List<String> options =
        new ArrayList<>(List.of("--module-path", JARS, "-d", classes.toString()));
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(options::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, options.toArray(String[]::new)))
        .isZero();
  }

  private List<String> run(Path classes) throws Exception {
    Path output = directory.resolve("output");
    Process application =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                classes + File.pathSeparator + JARS,
                "--add-modules",
                "ALL-MODULE-PATH", // Jersey does not say what it requires
                "--module",
                MODULE + '/' + MODULE + ".Shop")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(application.waitFor(40, TimeUnit.SECONDS)).isTrue();
    } finally {
      application.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output);
    assertThat(application.exitValue()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
