// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library logs while this is open, instead of the console. */
public final class Warnings extends Handler implements AutoCloseable {
  // A field, since java.util.logging forgets loggers that nobody holds.
  private final Logger logger = Logger.getLogger("io.github.jaxrstracing");
  // Written by every thread that logs, read by that of the test.
  private final Queue<String> messages = new ConcurrentLinkedQueue<>();

  /** Begins to listen. */
  public Warnings() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  /** The messages, each with its exception, that were not taken yet. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  /** The messages since the last call. A test that expects them takes them. */
  public List<String> take() {
    List<String> taken = new ArrayList<>();
    for (String next = messages.poll(); next != null; next = messages.poll()) {
      taken.add(next);
    }
    return taken;
  }

  @Override
  public void publish(LogRecord entry) {
    messages.add(entry.getMessage() + " <- " + entry.getThrown());
  }

  @Override
  public void flush() {}

  /** Gives the console back. */
  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
