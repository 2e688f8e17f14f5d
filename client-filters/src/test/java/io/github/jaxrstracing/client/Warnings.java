// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library warns of while this is open. */
final class Warnings extends Handler implements AutoCloseable {
  // Held here: java.util.logging keeps only weak references.
  private final Logger logger = Logger.getLogger("io.github.jaxrstracing");
  private final List<String> messages = new CopyOnWriteArrayList<>();

  Warnings() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord entry) {
    messages.add(entry.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
