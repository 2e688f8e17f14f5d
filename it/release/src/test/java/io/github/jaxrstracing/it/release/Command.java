// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs. */
final class Command {
  private Command() {}

  /** Runs a program to its end, which must be a good one, and gives what it printed. */
  static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s%n%s", String.join(" ", command), printed).isZero();
    return printed;
  }

  /** Runs Maven as this build was run, with a local repository of its own. */
  static String maven(Path folder, Path repository, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + repository));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }
}
