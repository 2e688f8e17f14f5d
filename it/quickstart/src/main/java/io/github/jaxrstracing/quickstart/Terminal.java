// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where the quickstart prints.
 *
 * @param out takes the text
 * @param colours whether errors are red; they are named in words everywhere
 */
record Terminal(PrintStream out, boolean colours) {
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  /** Has colours where somebody looks at them who has not asked to do without. */
  static Terminal of(PrintStream out, boolean interactive, Map<String, String> environment) {
    String kind = environment.getOrDefault("TERM", "");
    boolean capable = !kind.isEmpty() && !kind.equals("dumb");
    boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(out, interactive && capable && wanted);
  }

  String error(String line) {
    return colours ? RED + line + PLAIN : line;
  }
}
