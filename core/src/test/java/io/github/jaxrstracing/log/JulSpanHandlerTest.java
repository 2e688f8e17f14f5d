// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

class JulSpanHandlerTest extends ErrorLogContract {
  private final Logger logger = Logger.getLogger("shop.Orders");

  @Override
  void configureAsInTheReadme() throws IOException {
    read(LogsPage.blockWith("JulSpanHandler"));
  }

  @Override
  void configure(String level, boolean errorTag) throws IOException {
    String handler = JulSpanHandler.class.getName();
    read(
        """
        handlers = %1$s
        %1$s.level = %2$s
        %1$s.errorTag = %3$s
        """
            .formatted(handler, level, errorTag));
  }

  private static void read(String properties) throws IOException {
    LogManager.getLogManager()
        .readConfiguration(
            new ByteArrayInputStream(properties.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Override
  void error(String message, Throwable thrown) {
    LogRecord event = new LogRecord(Level.SEVERE, message + " {0}");
    event.setLoggerName(logger.getName());
    event.setParameters(new Object[] {17});
    event.setThrown(thrown);
    logger.log(event);
  }

  @Override
  void warn(String message) {
    logger.warning(message);
  }

  @Override
  String nameOfErrorLevel() {
    return "SEVERE";
  }

  @Override
  String warnLevel() {
    return "WARNING";
  }

  @Override
  void resetFramework() throws IOException {
    LogManager.getLogManager().readConfiguration();
  }
}
