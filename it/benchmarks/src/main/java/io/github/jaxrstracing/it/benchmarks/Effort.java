// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

/** How long is measured, and how much. */
enum Effort {
  /** Only the table with the targets. */
  QUICK(1, 1, 1),
  /** Everything, once, and threads as in {@link #THOROUGH}. */
  NORMAL(1, 1, 1),
  /** Everything, in several JVMs each. */
  THOROUGH(3, 3, 3);

  final int forks;
  final int warmupSeconds;
  final int seconds;

  Effort(int forks, int warmupSeconds, int seconds) {
    this.forks = forks;
    this.warmupSeconds = warmupSeconds;
    this.seconds = seconds;
  }
}
