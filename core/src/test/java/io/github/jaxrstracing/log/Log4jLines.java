// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import java.io.StringWriter;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** An application with Log4j 2. */
final class Log4jLines extends CorrelatedLines {
  private final StringWriter out = new StringWriter();
  private final Logger logger = (Logger) LogManager.getLogger("shop");

  @Override
  void configure(String pattern) {
    WriterAppender appender =
        WriterAppender.newBuilder()
            .setName("lines")
            .setTarget(out)
            .setLayout(PatternLayout.newBuilder().setPattern("%msg " + pattern + "%n").build())
            .build();
    appender.start();
    logger.addAppender(appender);
    logger.setAdditive(false);
  }

  @Override
  void log(String message) {
    logger.error(message);
  }

  @Override
  void put(String key, String value) {
    ThreadContext.put(key, value);
  }

  @Override
  List<String> lines() {
    ThreadContext.clearAll();
    return out.toString().lines().toList();
  }
}
