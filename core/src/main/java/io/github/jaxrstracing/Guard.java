// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps tracing from breaking requests: what a tracer, a decorator or a function of the user throws
 * ends here. Each cause is logged once, at WARN, by the logger {@code io.github.jaxrstracing}.
 */
public final class Guard {
  private static final System.Logger LOGGER = System.getLogger("io.github.jaxrstracing");

  // A tracer may throw ever new exception classes; the log and this set must not grow with them.
  private static final int MOST_CAUSES = 64;

  private final Set<String> causes = ConcurrentHashMap.newKeySet();

  /** Creates a guard that has seen nothing yet. */
  public Guard() {}

  /**
   * Takes what a call threw. The first time for this call and class of exception it is logged.
   *
   * @param call what was called, for example {@code Tracer.extract}
   * @param thrown what it threw
   * @throws Error the same, when the JVM must see it: every {@link VirtualMachineError} but a stack
   *     overflow, and {@link ThreadDeath}
   */
  public void caught(String call, Throwable thrown) {
    if (isFatal(thrown)) {
      throw (Error) thrown;
    }
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (isNew(call + ' ' + thrown.getClass().getName())) {
      LOGGER.log(
          Level.WARNING,
          call + " failed. The request goes on; its span may be missing or incomplete.",
          thrown);
    }
  }

  /**
   * Logs a message at WARN the first time it is given.
   *
   * @param message what is wrong and what is valid
   */
  public void warn(String message) {
    if (isNew(message)) {
      LOGGER.log(Level.WARNING, message);
    }
  }

  private boolean isNew(String cause) {
    return causes.size() < MOST_CAUSES && causes.add(cause);
  }

  @SuppressWarnings("removal") // ThreadDeath goes from the JDK only when nothing throws it
  private static boolean isFatal(Throwable thrown) {
    return (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError))
        || thrown instanceof ThreadDeath;
  }
}
