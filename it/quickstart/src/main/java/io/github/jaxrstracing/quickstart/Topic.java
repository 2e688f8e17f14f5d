// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.io.IOException;
import java.util.List;

/** An idea of the library: what a user writes, and what comes of it. */
interface Topic {
  /** The lines that matter, as they stand in the class of the topic. */
  String code();

  /** Runs them, and tells what came of it, line by line. */
  List<String> result() throws IOException, InterruptedException;
}
