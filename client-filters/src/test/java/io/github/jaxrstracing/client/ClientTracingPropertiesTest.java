// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.OptionReader;
import io.github.jaxrstracing.span.TracerSource;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClientTracingPropertiesTest {
  @Test
  void namesEveryPropertyThatIsRead() throws IllegalAccessException {
    Set<String> read = new TreeSet<>();
    Guard guard = new Guard();
    OptionReader reader =
        new OptionReader(
            ClientOptions.PREFIX,
            name -> {
              read.add(name);
              return null;
            },
            guard);

    ClientTracingFeature.builder()
        .options()
        .settings(reader, TracerSource.of(() -> null, guard), () -> true);

    Set<String> named = new TreeSet<>();
    for (Field field : ClientTracingProperties.class.getFields()) {
      named.add((String) field.get(null));
    }
    try (Warnings warnings = new Warnings()) {
      reader.warnOfUnknownKeys(named);
      assertThat(warnings.take()).as("all are known to whoever warns of others").isEmpty();
    }
    named.remove(ClientTracingProperties.ENABLED); // read by the discovered feature
    read.remove("jaxrs-tracing.enabled"); // of neither side
    assertThat(read).isNotEmpty().isEqualTo(named);
  }
}
