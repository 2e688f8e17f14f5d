// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.TracingEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options that were not given in code. The first one wins of: the property of the Jakarta
 * REST configuration, that of a {@link TracingEnvironment}, the system property and the environment
 * variable, the last one in upper case with an underscore for every other character than letters
 * and digits.
 */
public final class OptionReader {
  private static final String COUNTS = "whole numbers from 1 to " + Integer.MAX_VALUE;

  private final String prefix;
  private final Function<String, ? extends @Nullable Object> configuration;
  private final Function<String, @Nullable String> environment;
  private final List<TracingEnvironment> surroundings;

  /**
   * Creates a reader.
   *
   * @param prefix what the names of all options begin with, such as {@code jaxrs-tracing.server.}
   * @param configuration gives the property of the Jakarta REST configuration, or {@code null}
   * @param guard takes what the surroundings throw
   */
  public OptionReader(
      String prefix, Function<String, ? extends @Nullable Object> configuration, Guard guard) {
    this(prefix, configuration, System::getenv, guard);
  }

  OptionReader(
      String prefix,
      Function<String, ? extends @Nullable Object> configuration,
      Function<String, @Nullable String> environment,
      Guard guard) {
    this(prefix, configuration, environment, Services.load(TracingEnvironment.class, guard));
  }

  OptionReader(
      String prefix,
      Function<String, ? extends @Nullable Object> configuration,
      Function<String, @Nullable String> environment,
      List<TracingEnvironment> surroundings) {
    this.prefix = prefix;
    this.configuration = configuration;
    this.environment = environment;
    this.surroundings = surroundings;
  }

  /**
   * Tells whether {@code jaxrs-tracing.enabled} is false, the one switch of server, clients and
   * business methods.
   *
   * @return whether nothing is traced, also not by a feature that was registered in code
   * @throws IllegalArgumentException when the value is neither true nor false
   */
  public boolean isEverythingOff() {
    return !new OptionReader("jaxrs-tracing.", configuration, environment, surroundings)
        .flag("enabled", null, true);
  }

  /**
   * Warns of names below {@code jaxrs-tracing.} that no option has, once each: of the given ones,
   * and of those of system properties and environment variables.
   *
   * @param configuration the names of the properties of the Jakarta REST configuration
   */
  public void warnOfUnknownKeys(Iterable<String> configuration) {
    UnknownKeys.inConfiguration(configuration);
    try {
      UnknownKeys.check(System.getProperties().stringPropertyNames());
      UnknownKeys.inEnvironment(System.getenv().keySet());
    } catch (SecurityException notAllowed) {
      // Then those are not checked: to read one option needs less than to list them all.
    }
  }

  /**
   * Warns of such names in the surroundings, where they may take longer to find.
   *
   * @param guard takes what the surroundings throw
   */
  public void warnOfUnknownKeysAround(Guard guard) {
    for (TracingEnvironment environment : surroundings) {
      try {
        UnknownKeys.check(environment.propertyNames());
      } catch (Throwable t) {
        guard.caught("TracingEnvironment.propertyNames", t);
      }
    }
  }

  /**
   * Reads a switch.
   *
   * @param option the option's name without its prefix
   * @param given what was given in code, or {@code null}
   * @param byDefault its default
   * @return its value
   * @throws IllegalArgumentException when the value is neither true nor false
   */
  public boolean flag(String option, @Nullable Boolean given, boolean byDefault) {
    Object value = given == null ? read(option) : given;
    if (value == null) {
      return byDefault;
    }
    return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
      case "" -> byDefault; // an environment variable cannot always be taken back
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(option, value, "true and false");
    };
  }

  /**
   * Reads a text.
   *
   * @param option the option's name without its prefix
   * @param given what was given in code, or {@code null}
   * @return its value without white space around it, or {@code null} when it is not given or empty
   */
  public @Nullable String text(String option, @Nullable String given) {
    Object value = given == null ? read(option) : given;
    String text = value == null ? "" : value.toString().trim();
    return text.isEmpty() ? null : text;
  }

  /**
   * Reads the name of an HTTP header.
   *
   * @param option the option's name without its prefix
   * @param given what was given in code, or {@code null}
   * @return the name, or {@code null} when it is not given
   * @throws IllegalArgumentException when it is no name of an HTTP header
   */
  public @Nullable String header(String option, @Nullable String given) {
    String name = text(option, given);
    if (name != null && !HeaderSyntax.isName(name)) {
      throw invalid(option, name, "names of HTTP headers");
    }
    return name;
  }

  /**
   * Reads a number of things.
   *
   * @param option the option's name without its prefix
   * @param given what was given in code, or {@code null}
   * @param byDefault its default
   * @return its value, at least 1
   * @throws IllegalArgumentException when the value is no such number
   */
  public int count(String option, @Nullable Integer given, int byDefault) {
    String text = text(option, given == null ? null : given.toString());
    if (text == null) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw invalid(option, text, COUNTS);
    }
    throw invalid(option, text, COUNTS);
  }

  /**
   * Reads a list of texts, from a collection, an array or a text with commas.
   *
   * @param option the option's name without its prefix
   * @param given what was given in code, or {@code null}
   * @return its elements, or {@code null} when it is not given or empty
   */
  public @Nullable List<String> list(String option, @Nullable List<String> given) {
    if (given != null) {
      return given;
    }
    Object value = read(option);
    if (value == null) {
      return null;
    }
    Stream<?> elements =
        value instanceof Iterable<?> several
            ? StreamSupport.stream(several.spliterator(), false)
            : Arrays.stream(
                value instanceof Object[] array ? array : value.toString().split(",", -1));
    List<String> texts =
        elements.map(Object::toString).map(String::trim).filter(e -> !e.isEmpty()).toList();
    return texts.isEmpty() ? null : texts;
  }

  /**
   * Finds what a name stands for.
   *
   * @param option the option's name without its prefix
   * @param name what was read
   * @param choices what can be chosen, by its name in lower case with hyphens
   * @param <T> the type of the choices
   * @return the chosen one
   * @throws IllegalArgumentException when it is not one of the choices
   */
  public <T> T choice(String option, String name, Map<String, T> choices) {
    T chosen = choices.get(name.toLowerCase(Locale.ROOT).replace('_', '-'));
    if (chosen == null) {
      throw invalid(
          option, name, choices.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return chosen;
  }

  /**
   * Builds the error for a value that cannot be used.
   *
   * @param option the option's name without its prefix
   * @param value the value
   * @param valid what can be used instead
   * @return the error to throw
   */
  public IllegalArgumentException invalid(String option, Object value, String valid) {
    return new IllegalArgumentException(
        prefix + option + ": \"" + value + "\" cannot be used; valid are " + valid + '.');
  }

  private @Nullable Object read(String option) {
    String name = prefix + option;
    Object value = configuration.apply(name);
    for (int i = 0; value == null && i < surroundings.size(); i++) {
      value = surroundings.get(i).property(name);
    }
    if (value == null) {
      value = System.getProperty(name);
    }
    return value == null ? environment.apply(variable(name)) : value;
  }

  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
