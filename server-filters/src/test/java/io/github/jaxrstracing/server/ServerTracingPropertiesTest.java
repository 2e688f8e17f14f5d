// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.OptionReader;
import io.github.jaxrstracing.span.TracerSource;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServerTracingPropertiesTest {
  @Test
  void namesEveryPropertyThatIsRead() throws IllegalAccessException {
    Set<String> read = new TreeSet<>();
    OptionReader options =
        new OptionReader(
            "jaxrs-tracing.server.",
            name -> {
              read.add(name);
              return null;
            },
            new Guard());

    TracingFeature.builder().options().settings(options, TracerSource.discovered(new Guard()));

    Set<String> named = new TreeSet<>();
    for (Field field : ServerTracingProperties.class.getFields()) {
      named.add((String) field.get(null));
    }
    try (Warnings warnings = new Warnings()) {
      options.warnOfUnknownKeys(named);
      assertThat(warnings.take()).as("all are known to whoever warns of others").isEmpty();
    }
    named.remove(ServerTracingProperties.ENABLED); // read by the discovered feature
    read.remove("jaxrs-tracing.enabled"); // of neither side
    assertThat(read).isNotEmpty().isEqualTo(named);
  }

  @Test
  void pageOfOptionsNamesEveryRequestTag() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "options.md"));

    assertThat(RequestTags.NAMES)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains('`' + name + '`'));
  }
}
