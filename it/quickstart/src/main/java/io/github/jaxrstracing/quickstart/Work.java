// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stands for the database that a real service asks: without it each span would be a dot. */
final class Work {
  private Work() {}

  static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
  }
}
