// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps tracing from breaking requests: what a tracer, a decorator or a function of the user throws
 * ends here. Each cause is logged once, at WARN, by the logger {@code io.github.jaxrstracing}.
 */
public final class Guard {
  private static final System.Logger LOGGER = System.getLogger("io.github.jaxrstracing");

  private final Once causes = new Once("Further failures");
  private final Once messages = new Once("Further warnings");

  /** Creates a guard that has logged nothing yet. */
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
    if (causes.isFirst(call + ' ' + thrown.getClass().getName())) {
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
    if (messages.isFirst(message)) {
      LOGGER.log(Level.WARNING, message);
    }
  }

  @SuppressWarnings("removal") // ThreadDeath goes from the JDK only when nothing throws it
  private static boolean isFatal(Throwable thrown) {
    return (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError))
        || thrown instanceof ThreadDeath;
  }

  /** Knows what was logged before. Bounded: a tracer may throw ever new classes of exceptions. */
  private static final class Once {
    private static final int MOST_KEPT = 64;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final String further;

    private Once(String further) {
      this.further = further;
    }

    private boolean isFirst(String text) {
      if (known.size() < MOST_KEPT) {
        return known.add(text);
      }
      if (!known.contains(text) && known.add(further)) {
        LOGGER.log(Level.WARNING, further + " of tracing are not logged any more.");
      }
      return false;
    }
  }
}
