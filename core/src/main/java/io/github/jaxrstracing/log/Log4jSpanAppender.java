// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.jspecify.annotations.Nullable;

/**
 * Logs the errors of Log4j 2 on the active span. In {@code log4j2.xml}, below {@code Appenders}:
 *
 * <pre>{@code
 * <Span name="SPAN" level="ERROR" errorTag="true"/>
 * }</pre>
 *
 * <p>Behind an asynchronous appender or logger it does nothing, since no span is active on the
 * thread there.
 */
@Plugin(name = "Span", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE)
public final class Log4jSpanAppender extends AbstractAppender {
  private final Level level;
  private final boolean errorTag;

  private Log4jSpanAppender(String name, @Nullable Filter filter, Level level, boolean errorTag) {
    super(name, filter, null, true, Property.EMPTY_ARRAY);
    this.level = level;
    this.errorTag = errorTag;
  }

  /**
   * Creates an appender; Log4j calls this.
   *
   * @param name its name in the configuration
   * @param level the level from which on events are logged on the span
   * @param errorTag whether the span gets the tag {@code error}
   * @param filter a filter of the configuration, or {@code null}
   * @return the appender
   */
  @PluginFactory
  public static Log4jSpanAppender create(
      @PluginAttribute(value = "name", defaultString = "SPAN") String name,
      @PluginAttribute(value = "level", defaultString = "ERROR") Level level,
      @PluginAttribute(value = "errorTag", defaultBoolean = true) boolean errorTag,
      @PluginElement("Filter") @Nullable Filter filter) {
    return new Log4jSpanAppender(name, filter, level, errorTag);
  }

  @Override
  public void append(LogEvent event) {
    if (event.getLevel().isMoreSpecificThan(level)) {
      ErrorLog.record(
          event.getMessage()::getFormattedMessage,
          event.getLevel().name(),
          event.getLoggerName(),
          event.getThrown(),
          errorTag);
    }
  }
}
