// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OptionReaderTest {
  private final Map<String, Object> configuration = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final OptionReader options =
      new OptionReader("jaxrs-tracing.test.", configuration::get, environment::get, new Guard());

  @AfterEach
  void forgetTheSystemProperty() {
    System.clearProperty("jaxrs-tracing.test.trace-all");
  }

  @Test
  void takesCodeThenConfigurationThenSystemPropertyThenEnvironmentThenDefault() {
    assertThat(options.flag("trace-all", null, false)).isFalse();
    environment.put("JAXRS_TRACING_TEST_TRACE_ALL", "TRUE");
    assertThat(options.flag("trace-all", null, false)).isTrue();
    System.setProperty("jaxrs-tracing.test.trace-all", "false");
    assertThat(options.flag("trace-all", null, true)).isFalse();
    System.setProperty("jaxrs-tracing.test.trace-all", "true");
    assertThat(options.flag("trace-all", null, false)).isTrue();
    configuration.put("jaxrs-tracing.test.trace-all", false);
    assertThat(options.flag("trace-all", null, true)).isFalse();
    assertThat(options.flag("trace-all", true, false)).isTrue();
  }

  @Test
  void readsListsInEveryFormThatAConfigurationMayHave() {
    for (Object form :
        List.of(" a, b ,", List.of("a", "b"), new String[] {"a", "b"}, new StringBuilder("a,b"))) {
      configuration.put("jaxrs-tracing.test.request-tags", form);

      assertThat(options.list("request-tags", null)).containsExactly("a", "b");
    }
  }

  @Test
  void takesAnEmptyTextForNone() {
    configuration.put("jaxrs-tracing.test.skip", "  ");

    configuration.put("jaxrs-tracing.test.trace-all", "");

    assertThat(options.text("skip", null)).isNull();
    assertThat(options.flag("trace-all", null, true)).isTrue();
  }

  @Test
  void knowsTheOneSwitchOfAll() {
    assertThat(options.isEverythingOff()).isFalse();

    environment.put("JAXRS_TRACING_ENABLED", "false");

    assertThat(options.isEverythingOff()).isTrue();
    configuration.put("jaxrs-tracing.enabled", "never");
    assertThatIllegalArgumentException()
        .isThrownBy(options::isEverythingOff)
        .withMessage("jaxrs-tracing.enabled: \"never\" cannot be used; valid are true and false.");
  }

  @Test
  void namesOptionValueAndWhatIsValid() {
    configuration.put("jaxrs-tracing.test.trace-all", "yes");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.flag("trace-all", null, false))
        .withMessage(
            "jaxrs-tracing.test.trace-all: \"yes\" cannot be used; valid are true and false.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.choice("tags", "x", Map.of("b", 1, "a", 2)))
        .withMessage("jaxrs-tracing.test.tags: \"x\" cannot be used; valid are a, b.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.header("trace-id-header", "X Trace"))
        .withMessageContaining("\"X Trace\"");
  }
}
