// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library logs at WARN and above while this is open. */
final class Warnings extends Handler implements AutoCloseable {
  // A field, since java.util.logging forgets loggers that nobody holds.
  private final Logger logger = Logger.getLogger("io.github.jaxrstracing");
  private final Queue<String> messages = new ConcurrentLinkedQueue<>();

  Warnings() {
    setLevel(Level.WARNING);
    logger.addHandler(this);
  }

  /** The messages since the last call. */
  List<String> take() {
    List<String> taken = new ArrayList<>();
    for (String next = messages.poll(); next != null; next = messages.poll()) {
      taken.add(next);
    }
    return taken;
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      messages.add(record.getMessage() + " <- " + record.getThrown());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
