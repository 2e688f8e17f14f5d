// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.OptionReader;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table, the constants and the code name the same options. */
class ReadmeTest {
  private static final String PREFIX = "jaxrs-tracing.client.";

  @Test
  void hasARowForEveryPropertyThatIsRead() throws Exception {
    Set<String> rows = new TreeSet<>();
    for (List<String> row : table()) {
      if (!row.get(1).isEmpty()) {
        rows.add(PREFIX + row.get(1).replace("`", ""));
      }
    }

    assertThat(rows).isEqualTo(propertiesRead()).isEqualTo(constants());
  }

  @Test
  void hasARowForEveryMethodOfTheBuilder() throws IOException {
    Set<String> rows = new TreeSet<>();
    for (List<String> row : table()) {
      if (!row.get(0).isEmpty()) {
        rows.add(row.get(0).replace("`", ""));
      }
    }

    assertThat(rows)
        .isEqualTo(
            Arrays.stream(ClientTracingFeatureBuilder.class.getMethods())
                .filter(
                    method ->
                        ClientTracingFeatureBuilder.class.isAssignableFrom(method.getReturnType())
                            || method.getReturnType().getSimpleName().equals("TracingBuilder"))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<List<String>> table() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : Files.readAllLines(Path.of("..", "README.md"))) {
      if (line.startsWith("#")) {
        inTable = line.equals("### Client");
      }
      if (inTable && line.startsWith("| ") && !line.startsWith("| Builder")) {
        rows.add(Arrays.stream(line.split("\\|", -1)).skip(1).map(String::trim).toList());
      }
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }

  private static Set<String> propertiesRead() {
    Set<String> names = new TreeSet<>();
    OptionReader options =
        new OptionReader(
            PREFIX,
            name -> {
              names.add(name);
              return null;
            });
    ClientTracingFeature.builder().settings(options, () -> true);
    names.add(ClientTracingProperties.ENABLED); // read by InstalledClientTracing
    return names;
  }

  private static Set<String> constants() throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : ClientTracingProperties.class.getFields()) {
      assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
      names.add((String) field.get(null));
    }
    return names;
  }
}
