// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Logs the errors of {@code java.util.logging} on the active span. In {@code logging.properties}:
 *
 * <pre>{@code
 * handlers = io.github.jaxrstracing.log.JulSpanHandler
 * io.github.jaxrstracing.log.JulSpanHandler.level = SEVERE
 * io.github.jaxrstracing.log.JulSpanHandler.errorTag = true
 * }</pre>
 */
public final class JulSpanHandler extends Handler {
  private static final Formatter FORMATTER = new SimpleFormatter();

  private final boolean errorTag;

  /** Creates a handler from the properties of the log manager. */
  public JulSpanHandler() {
    setLevel(configuredLevel());
    errorTag = configuredErrorTag();
  }

  private Level configuredLevel() {
    String level = property("level");
    if (level == null) {
      return Level.SEVERE;
    }
    try {
      return Level.parse(level);
    } catch (IllegalArgumentException e) {
      refuse("level", level, "the levels of java.util.logging");
      return Level.SEVERE;
    }
  }

  private boolean configuredErrorTag() {
    String value = property("errorTag");
    if (value == null || value.equalsIgnoreCase("true")) {
      return true;
    }
    if (!value.equalsIgnoreCase("false")) {
      refuse("errorTag", value, "true and false");
      return true;
    }
    return false;
  }

  // A handler that throws here is left out of the log without a word.
  private void refuse(String option, String value, String valid) {
    String message = option + ": \"" + value + "\" cannot be used; valid are " + valid + '.';
    reportError(message, null, ErrorManager.GENERIC_FAILURE);
  }

  private static @Nullable String property(String option) {
    String value =
        LogManager.getLogManager().getProperty(JulSpanHandler.class.getName() + '.' + option);
    return value == null ? null : value.trim();
  }

  @Override
  public void publish(LogRecord event) {
    if (isLoggable(event)) {
      ErrorLog.record(
          () -> FORMATTER.formatMessage(event),
          event.getLevel().getName(),
          event.getLoggerName(),
          event.getThrown(),
          errorTag);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
