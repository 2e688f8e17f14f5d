// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is asked of a run.
 *
 * @param requests how many requests each host gets under load
 * @param seed of everything that is random
 * @param virtualThreads whether containers and application have a virtual thread for each task
 * @param kinds which kinds of requests are sent under load
 */
record Settings(int requests, long seed, boolean virtualThreads, Pattern kinds) {
  private static final int SHORT_FORM = 3_000;
  private static final String ALL_KINDS = ".*";

  /** Reads the system properties that begin with {@code soak}; empty ones have their defaults. */
  static Settings fromSystemProperties() {
    return new Settings(
        Integer.parseInt(property("requests", String.valueOf(SHORT_FORM))),
        Long.parseLong(property("seed", "1")),
        Boolean.parseBoolean(property("virtualThreads", "false")),
        Pattern.compile(property("kinds", ALL_KINDS)));
  }

  /** The hosts that {@code soak.hosts} names, such as {@code grizzly,cxf}; all by default. */
  static List<Host> hosts() {
    String names = property("hosts", "");
    return names.isEmpty()
        ? List.of(Host.values())
        : Stream.of(names.split(",", -1))
            .map(name -> Host.valueOf(name.trim().toUpperCase(java.util.Locale.ROOT)))
            .toList();
  }

  /** The arguments that give another JVM the same settings. */
  List<String> asArguments() {
    return List.of(
        "-Dsoak.requests=" + requests,
        "-Dsoak.seed=" + seed,
        "-Dsoak.virtualThreads=" + virtualThreads,
        "-Dsoak.kinds=" + kinds);
  }

  /** How many requests with ever new URLs come after the load. */
  int urls() {
    return Math.min(100_000, Math.max(3_000, requests / 10));
  }

  /** Whether this is more than the short form. */
  boolean isLong() {
    return requests > 10 * SHORT_FORM;
  }

  /** Whether only some kinds are looked at, under load and no further. */
  boolean isPartial() {
    return !kinds.pattern().equals(ALL_KINDS);
  }

  /** How often each fault has its turn. */
  int rounds() {
    return isLong() ? 2 : 1;
  }

  /** How many of the requests are sent to the untraced control. */
  int control() {
    return Math.max(requests / 10, Math.min(requests, 500));
  }

  // Maven passes a property that nobody set as it stands in the POM.
  private static String property(String name, String otherwise) {
    String value = System.getProperty("soak." + name, "");
    return value.isEmpty() || value.startsWith("${") ? otherwise : value;
  }
}
