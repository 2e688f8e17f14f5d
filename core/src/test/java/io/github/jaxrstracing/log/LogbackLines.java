// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** An application with SLF4J and Logback. */
final class LogbackLines extends CorrelatedLines {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Logger logger = (Logger) LoggerFactory.getLogger("shop");

  @Override
  void configure(String pattern) {
    LoggerContext logback = logger.getLoggerContext();
    logback.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(logback);
    encoder.setPattern("%msg " + pattern + "%n");
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(logback);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    logger.addAppender(appender);
  }

  @Override
  void log(String message) {
    logger.error(message);
  }

  @Override
  void put(String key, String value) {
    MDC.put(key, value);
  }

  @Override
  List<String> lines() {
    MDC.clear();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
