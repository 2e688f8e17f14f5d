// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this library logs while a test runs. */
public final class Warnings extends Handler implements AutoCloseable {
  // Held here: java.util.logging keeps only weak references.
  private final Logger logger = Logger.getLogger("io.github.jaxrstracing");
  private final List<String> messages = new CopyOnWriteArrayList<>();

  public Warnings() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  public List<String> messages() {
    return List.copyOf(messages);
  }

  /** The warnings up to now; they no longer fail the test. */
  public List<String> take() {
    List<String> taken = messages();
    messages.removeAll(taken);
    return taken;
  }

  @Override
  public void publish(LogRecord message) {
    Throwable thrown = message.getThrown();
    messages.add(message.getMessage() + (thrown == null ? "" : " " + thrown));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
