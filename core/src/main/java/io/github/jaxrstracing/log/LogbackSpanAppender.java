// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.jspecify.annotations.Nullable;

/**
 * Logs the errors of Logback on the active span. In {@code logback.xml}:
 *
 * <pre>{@code
 * <appender name="SPAN" class="io.github.jaxrstracing.log.LogbackSpanAppender">
 *   <level>ERROR</level>
 *   <errorTag>true</errorTag>
 * </appender>
 * }</pre>
 *
 * <p>Behind an asynchronous appender it does nothing, since no span is active on the thread there.
 */
public final class LogbackSpanAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private Level level = Level.ERROR;
  private boolean errorTag = true;

  /** Creates an appender; Logback calls this. */
  public LogbackSpanAppender() {}

  /**
   * Sets the level from which on events are logged on the span.
   *
   * @param name a level of Logback, by default {@code ERROR}
   */
  public void setLevel(String name) {
    Level given = Level.toLevel(name, null);
    if (given == null) {
      addError("level: \"" + name + "\" cannot be used; valid are the levels of Logback.");
    } else {
      level = given;
    }
  }

  /**
   * Sets whether the span gets the tag {@code error}.
   *
   * @param errorTag by default {@code true}
   */
  public void setErrorTag(boolean errorTag) {
    this.errorTag = errorTag;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(level)) {
      ErrorLog.record(
          event::getFormattedMessage,
          event.getLevel().toString(),
          event.getLoggerName(),
          thrown(event),
          errorTag);
    }
  }

  private static @Nullable Throwable thrown(ILoggingEvent event) {
    return event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
  }
}
