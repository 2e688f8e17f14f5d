// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells keys below {@code jaxrs-tracing.} that no option of this library has, such as misspelt
 * ones, once each. It knows the options of both sides, since a key of the other side is right.
 */
final class UnknownKeys {
  private static final String PREFIX = "jaxrs-tracing.";
  private static final int MOST_MISTAKES = 2;
  private static final Set<String> OF_THE_JVM =
      Set.of("jaxrs-tracing.tracer", "jaxrs-tracing.tracer.log-spans");
  private static final List<String> OF_BOTH_SIDES =
      List.of(
          "enabled",
          "operation-name",
          "tags",
          "capture-request-headers",
          "capture-response-headers",
          "redact-parameters",
          "redact-only-parameters",
          "drop-query",
          "serialization-spans",
          "expand-error-logs",
          "baggage-tags",
          "max-tag-value-length",
          "log-correlation",
          "log-trace-id-key",
          "log-span-id-key");
  private static final List<String> OF_THE_SERVER =
      List.of("trace-all", "skip", "request-tags", "join-active-span", "trace-id-header");
  private static final List<String> OF_CLIENTS = List.of("peer-service");
  private static final Set<String> KNOWN = known();
  private static final Set<String> KNOWN_VARIABLES =
      KNOWN.stream().map(OptionReader::variable).collect(Collectors.toUnmodifiableSet());

  // One for all features: what is configured for the whole JVM is seen by each of them.
  private static final Guard GUARD = new Guard();

  private UnknownKeys() {}

  /** Checks the properties of one Jakarta REST application or client. */
  static void inConfiguration(Iterable<String> names) {
    for (String name : names) {
      if (OF_THE_JVM.contains(name)) {
        GUARD.warn(
            name
                + " is not read from the configuration of Jakarta REST: make it a system property"
                + " or the environment variable "
                + OptionReader.variable(name)
                + '.');
      } else {
        check(name);
      }
    }
  }

  /** Checks the names of properties elsewhere. */
  static void check(Iterable<String> names) {
    names.forEach(UnknownKeys::check);
  }

  /** Checks the names of environment variables. */
  static void inEnvironment(Iterable<String> variables) {
    for (String variable : variables) {
      if (variable.startsWith("JAXRS_TRACING_") && !KNOWN_VARIABLES.contains(variable)) {
        String key = variable.toLowerCase(Locale.ROOT).replace('_', '-');
        tell(variable, closest(key).stream().map(OptionReader::variable).toList());
      }
    }
  }

  private static void check(String key) {
    if (key.startsWith(PREFIX) && !KNOWN.contains(key)) {
      tell(key, closest(key));
    }
  }

  private static void tell(String key, List<String> closest) {
    GUARD.warn(
        "There is no option "
            + key
            + ": it changes nothing. "
            + (closest.isEmpty()
                ? "Valid are the constants of ServerTracingProperties and ClientTracingProperties."
                : "Did you mean " + String.join(" or ", closest) + '?'));
  }

  /** The known keys that a key was most probably meant to be, or none. */
  private static List<String> closest(String key) {
    List<String> closest = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (String known : KNOWN) {
      int distance = distance(plain(key), plain(known));
      boolean isOfAnotherSide = plain(key).endsWith(plain(known.substring(known.lastIndexOf('.'))));
      if (distance > MOST_MISTAKES && !isOfAnotherSide) {
        continue;
      }
      if (distance < least) {
        closest.clear();
        least = distance;
      }
      if (distance == least) {
        closest.add(known);
      }
    }
    return closest;
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** How many characters must be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(OF_THE_JVM);
    known.add(PREFIX + "enabled");
    for (String option : OF_BOTH_SIDES) {
      known.add(PREFIX + "server." + option);
      known.add(PREFIX + "client." + option);
    }
    OF_THE_SERVER.forEach(option -> known.add(PREFIX + "server." + option));
    OF_CLIENTS.forEach(option -> known.add(PREFIX + "client." + option));
    return known;
  }
}
