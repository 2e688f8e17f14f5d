// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where two threads wait for each other, so that they answer one request at once. */
final class Meeting {
  /** One of them may be refused, or answered for by its container, and never come. */
  private static final int WAIT_MILLIS = 20;

  private final CountDownLatch missing = new CountDownLatch(2);

  /** Waits for the other one, for a while. */
  void join() {
    missing.countDown();
    try {
      boolean unused = missing.await(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the other one go on alone. */
  void leave() {
    missing.countDown();
  }
}
