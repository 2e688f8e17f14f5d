// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The configuration files that docs/logs.md shows: what users copy is what the tests run. */
final class LogsPage {
  private static final Pattern BLOCK =
      Pattern.compile("```(?:xml|properties)\\n(.*?)```", Pattern.DOTALL);

  private LogsPage() {}

  static String blockWith(String text) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("..", "docs", "logs.md")))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.contains(text))
        .findFirst()
        .orElseThrow();
  }
}
