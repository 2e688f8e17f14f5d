// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.span.FeatureTracer;
import io.github.jaxrstracing.span.OptionReader;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the configuration: it works, or the message says what does. */
class OptionTextTest {
  @Property
  void isUsedOrRefusedWithItsName(
      @ForAll("options") String option, @ForAll("values") String value) {
    FeatureTracer tracer = new FeatureTracer(() -> null);
    Map<String, String> configuration = Map.of(option, value);
    OptionReader reader =
        new OptionReader("jaxrs-tracing.client.", configuration::get, tracer.guard());
    try {
      ClientTracingFeature.builder().options().settings(reader, tracer.source(), () -> true);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(option).hasMessageContaining("valid are");
    }
  }

  @Provide
  Arbitrary<String> options() {
    return Arbitraries.of(
        Stream.concat(
                Stream.of(ClientTracingProperties.class.getFields()).map(OptionTextTest::name),
                Stream.of("jaxrs-tracing.enabled"))
            .toList());
  }

  private static String name(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(30),
        Arbitraries.strings().withChars("()[]{}*+?\\^$|.,=:%- a1\r\n").ofMaxLength(30),
        Arbitraries.integers().map(String::valueOf),
        Arbitraries.of("", " ", "true", "TRUE ", "no", ",", "header.", "((((((", "99999999999"),
        Arbitraries.of("(", "[a", "a|").map(part -> part.repeat(20_000)));
  }
}
