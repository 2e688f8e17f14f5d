// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is left after a garbage collection.
 *
 * @param bytes of the heap
 * @param objects on the heap
 * @param threads that are not virtual
 * @param types how many objects there are of each class
 */
record LiveSet(long bytes, long objects, int threads, Map<String, Long> types) {
  private static final String LIBRARY = "io.github.jaxrstracing.";
  private static final String KEPT_BY_JETTY = "org.eclipse.jetty.ee10.servlet.ServletApiRequest";
  private static final String TESTS = "io.github.jaxrstracing.it.";

  /** RESTEasy's clients have finalizers, which run when they like. */
  private static final int MOST_TURNS = 6;

  /** Grizzly lets closed connections go once a second. */
  private static final long LETS_GO_NANOS = 1_500_000_000L;

  /** So few objects come and go all the time. */
  private static final int FEW = 100;

  /** Collects garbage, which takes more than one turn where there are finalizers, and counts. */
  static LiveSet now() {
    LiveSet live = counted();
    for (int turn = 1; turn < MOST_TURNS; turn++) {
      LiveSet next = counted();
      if (turn > 1 && next.objects >= live.objects - FEW) {
        return next;
      }
      live = next;
    }
    return live;
  }

  /** Counts until nothing has gone for a while. */
  static LiveSet settled() {
    LiveSet smallest = now();
    long since = System.nanoTime();
    while (System.nanoTime() - since < LETS_GO_NANOS) {
      LiveSet next = counted();
      if (next.objects < smallest.objects - FEW) {
        smallest = next;
        since = System.nanoTime();
      }
    }
    return smallest;
  }

  /** The smaller of both: what grows with the requests is in each of them. */
  LiveSet orSmaller(LiveSet other) {
    return other.objects < objects ? other : this;
  }

  private static LiveSet counted() {
    Map<String, Long> types = new TreeMap<>();
    long objects = 0;
    long bytes = 0;
    // Lines such as "  12:   340   5440  java.lang.Integer (java.base@17)", then a line of totals.
    for (String line : histogram().split("\n", -1)) {
      String[] columns = line.trim().split("\\s+", -1);
      if (columns[0].equals("Total")) {
        objects = Long.parseLong(columns[1]);
        bytes = Long.parseLong(columns[2]);
      } else if (columns.length > 3 && columns[0].endsWith(":")) {
        types.put(columns[3], Long.parseLong(columns[1]));
      }
    }
    return new LiveSet(bytes, objects, ManagementFactory.getThreadMXBean().getThreadCount(), types);
  }

  String line() {
    return String.format(
        Locale.ROOT, "live %.1f MB %,d objects, %d threads", bytes / 1e6, objects, threads);
  }

  /** How many objects there are of each class of the library. */
  Map<String, Long> ours() {
    Map<String, Long> ours = new TreeMap<>(types);
    ours.keySet().removeIf(type -> !type.startsWith(LIBRARY) || type.startsWith(TESTS));
    return ours;
  }

  /** How many requests Jetty has not let go; none on other containers. */
  long keptRequests() {
    return types.getOrDefault(KEPT_BY_JETTY, 0L);
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
