// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says what has grown between two looks at the heap, with so many requests in between. */
final class Growth {
  /** Threads and connections that come late keep something of their last request. */
  private static final int LATE_OBJECTS = 256;

  private static final int LATE_REQUESTS = 64;
  private static final int LATE_THREADS = 32;
  private static final int LATE_BYTES = 2_000_000;
  private static final int LATE_ALL_OBJECTS = 40_000;

  /** A run of fewer requests sees how the caches of a container fill. */
  private static final int LONG = 50_000;

  /** A request that its server keeps has its trace, and of no class more than its two threads. */
  private static final int KEPT_OF_A_CLASS = 2;

  private static final int KEPT_OBJECTS = 300;
  private static final int KEPT_BYTES = 12_000;

  private Growth() {}

  /**
   * Checks that nothing has grown but what the server itself keeps.
   *
   * @param mayBeKept how many requests the server may keep for ever, as it does untraced
   */
  static void check(
      LiveSet early, LiveSet late, int requests, long mayBeKept, Violations violations) {
    long keeps = Math.max(0, late.keptRequests() - early.keptRequests());
    if (keeps > mayBeKept + LATE_REQUESTS) {
      violations.add("requests that the server keeps", keeps + ", untraced " + mayBeKept);
    }
    long kept = Math.min(keeps, mayBeKept);
    Map<String, Long> before = early.ours();
    for (Map.Entry<String, Long> type : late.ours().entrySet()) {
      long more = type.getValue() - before.getOrDefault(type.getKey(), 0L);
      if (more > LATE_OBJECTS + kept * KEPT_OF_A_CLASS) {
        violations.add(
            "objects of the library grow",
            type.getKey() + " by " + more + " to " + type.getValue());
      }
    }
    if (late.threads() - early.threads() > LATE_THREADS) {
      violations.add("threads grow", early.threads() + " to " + late.threads());
    }
    if (requests < LONG) {
      return;
    }
    if (late.bytes() - early.bytes() > LATE_BYTES + requests / 10L + kept * KEPT_BYTES) {
      violations.add("live set grows", early.bytes() + " to " + late.bytes() + " bytes");
    }
    if (late.objects() - early.objects() > LATE_ALL_OBJECTS + requests / 100L + kept * KEPT_OBJECTS) {
      violations.add(
          "live set grows",
          early.objects()
              + " to "
              + late.objects()
              + " objects, most of them "
              + most(early, late));
    }
  }

  /** Both looks in one line. */
  static String line(LiveSet early, LiveSet late) {
    return String.format(
        Locale.ROOT,
        "live set %.1f -> %.1f MB, %,d -> %,d objects, of the library %,d -> %,d; threads %d -> %d;"
            + " requests that the server keeps %,d -> %,d",
        early.bytes() / 1e6,
        late.bytes() / 1e6,
        early.objects(),
        late.objects(),
        sum(early),
        sum(late),
        early.threads(),
        late.threads(),
        early.keptRequests(),
        late.keptRequests());
  }

  private static List<String> most(LiveSet early, LiveSet late) {
    Map<String, Long> more = new TreeMap<>(late.types());
    more.replaceAll((type, count) -> count - early.types().getOrDefault(type, 0L));
    return more.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(8)
        .map(type -> "+" + type.getValue() + " " + type.getKey())
        .toList();
  }

  private static long sum(LiveSet live) {
    return live.ours().values().stream().mapToLong(Long::longValue).sum();
  }
}
