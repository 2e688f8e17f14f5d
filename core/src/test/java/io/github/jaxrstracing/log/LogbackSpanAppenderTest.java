// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.MarkerFactory;

class LogbackSpanAppenderTest extends ErrorLogContract {
  private final LoggerContext logback = new LoggerContext();
  private final Logger logger = logback.getLogger("shop.Orders");

  @Override
  void configureAsInTheReadme() throws IOException, JoranException {
    read(LogsPage.blockWith("LogbackSpanAppender"));
  }

  @Override
  void configure(String level, boolean errorTag) throws JoranException {
    read(
        """
        <configuration>
          <appender name="SPAN" class="%s">
            <level>%s</level>
            <errorTag>%s</errorTag>
          </appender>
          <root level="DEBUG"><appender-ref ref="SPAN"/></root>
        </configuration>
        """
            .formatted(LogbackSpanAppender.class.getName(), level, errorTag));
  }

  private void read(String xml) throws JoranException {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(logback);
    configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  void error(String message, Throwable thrown) {
    logger.error(MarkerFactory.getMarker("test"), message + " {}", 17, thrown);
  }

  @Override
  void warn(String message) {
    logger.warn(message);
  }

  @Override
  String nameOfErrorLevel() {
    return "ERROR";
  }

  @Override
  String warnLevel() {
    return "WARN";
  }

  @Override
  void resetFramework() {
    logback.stop();
  }
}
