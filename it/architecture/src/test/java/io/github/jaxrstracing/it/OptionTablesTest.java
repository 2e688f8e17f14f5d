// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeatureBuilder;
import io.github.jaxrstracing.client.ClientTracingProperties;
import io.github.jaxrstracing.server.ServerTracingProperties;
import io.github.jaxrstracing.server.TracingFeatureBuilder;
import io.github.jaxrstracing.span.TracingBuilder;
import io.github.jaxrstracing.span.UrlSanitizer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of options name what the code has; that the code reads it is tested there. */
class OptionTablesTest {
  private static final Path OPTIONS = Path.of("..", "..", "docs", "options.md");

  @ParameterizedTest
  @CsvSource({"Server", "Client"})
  void hasARowForEveryPropertyAndNoOther(String side) throws Exception {
    Class<?> constants =
        side.equals("Server") ? ServerTracingProperties.class : ClientTracingProperties.class;
    Set<String> named = new TreeSet<>();
    for (Field field : constants.getFields()) {
      named.add((String) field.get(null));
    }

    String prefix = "jaxrs-tracing." + side.toLowerCase(java.util.Locale.ROOT) + '.';
    Set<String> rows =
        column(side, 1).stream().map(prefix::concat).collect(Collectors.toCollection(TreeSet::new));

    assertThat(rows).isNotEmpty().isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({"Server", "Client"})
  void hasARowForEveryMethodOfTheBuilderAndNoOther(String side) throws IOException {
    Class<?> builder =
        side.equals("Server") ? TracingFeatureBuilder.class : ClientTracingFeatureBuilder.class;

    assertThat(column(side, 0))
        .isNotEmpty()
        .isEqualTo(
            Arrays.stream(builder.getMethods())
                .filter(method -> TracingBuilder.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void namesEverySecretParameter() throws IOException {
    String options = Files.readString(OPTIONS);

    assertThat(UrlSanitizer.SECRET_PARAMETERS)
        .allSatisfy(name -> assertThat(options).contains('`' + name + '`'));
  }

  private static Set<String> column(String side, int column) throws IOException {
    Set<String> names = new TreeSet<>();
    boolean inTable = false;
    for (String line : Files.readAllLines(OPTIONS)) {
      if (line.startsWith("#")) {
        inTable = line.equals("## " + side);
      }
      if (inTable && line.startsWith("| ") && !line.startsWith("| Builder")) {
        names.add(line.split("\\|", -1)[column + 1].trim().replace("`", ""));
      }
    }
    names.remove("");
    return names;
  }
}
