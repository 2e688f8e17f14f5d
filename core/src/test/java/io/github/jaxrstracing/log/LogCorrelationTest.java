// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.ClassPath;
import java.lang.reflect.Constructor;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test is an application with other logging libraries, in a class loader of its own. */
class LogCorrelationTest {
  private static final String[] NONE = {"slf4j-", "logback-", "log4j-"};

  @ParameterizedTest(name = "with {0}")
  @CsvSource({
    "LogbackLines, log4j-",
    "Log4jLines, slf4j-",
    "Log4jLines, logback-" // SLF4J's API alone keeps nothing
  })
  void showsTheIdsAndBringsBackWhatWasThere(String framework, String missing) throws Exception {
    try (URLClassLoader application = ClassPath.without(missing)) {
      assertThat(run(application, framework))
          .containsExactly(
              "before trace= span=",
              "outer trace=1 span=2",
              "inner trace=3 span=4",
              "outer again trace=1 span=2",
              "after trace= span=",
              "application's own trace=own span=",
              "over it trace=1 span=2",
              "its own again trace=own span=",
              "no ids trace=own span=",
              "tracer failed trace=own span=");
    }
  }

  @Test
  void isNotThereWithoutAFramework() throws Exception {
    try (URLClassLoader application = ClassPath.without(NONE)) {
      assertThat(run(application, "NoLines")).containsExactly("none");
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> run(ClassLoader application, String framework) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(application); // where frameworks look for their configuration
    try {
      Constructor<?> lines =
          application.loadClass("io.github.jaxrstracing.log." + framework).getDeclaredConstructor();
      lines.setAccessible(true);
      return ((Supplier<List<String>>) lines.newInstance()).get();
    } finally {
      thread.setContextClassLoader(own);
    }
  }
}
