// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import java.lang.reflect.Field;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What may stand in a configuration, right or wrong. */
public final class OptionTexts {
  private OptionTexts() {}

  /** The options of a class of constants, and the one for both sides. */
  public static Arbitrary<String> options(Class<?> constants) {
    return Arbitraries.of(
        Stream.concat(
                Stream.of(constants.getFields()).map(OptionTexts::name),
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

  /** Values that fit some of the options, and values that fit none. */
  public static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(30),
        Arbitraries.strings().withChars("()[]{}*+?\\^$|.,=:%- a1\r\n").ofMaxLength(30),
        Arbitraries.integers().map(String::valueOf),
        Arbitraries.of("", " ", "true", "TRUE ", "no", ",", "header.", "((((((", "99999999999"),
        Arbitraries.of("(", "[a", "a|").map(part -> part.repeat(20_000)));
  }
}
