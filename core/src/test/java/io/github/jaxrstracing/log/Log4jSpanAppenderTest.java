// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;

class Log4jSpanAppenderTest extends ErrorLogContract {
  private final LoggerContext log4j = new LoggerContext("test");

  @Override
  void configureAsInTheReadme() throws IOException {
    read(LogsPage.blockWith("<Span "));
  }

  @Override
  void configure(String level, boolean errorTag) throws IOException {
    read(
        """
        <Configuration status="OFF">
          <Appenders><Span name="SPAN" level="%s" errorTag="%s"/></Appenders>
          <Loggers><Root level="debug"><AppenderRef ref="SPAN"/></Root></Loggers>
        </Configuration>
        """
            .formatted(level, errorTag));
  }

  private void read(String xml) throws IOException {
    log4j.start(
        new XmlConfiguration(
            log4j,
            new ConfigurationSource(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))));
  }

  @Override
  void error(String message, Throwable thrown) {
    log4j.getLogger("shop.Orders").error(message + " {}", 17, thrown);
  }

  @Override
  void warn(String message) {
    log4j.getLogger("shop.Orders").warn(message);
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
    log4j.stop();
  }
}
