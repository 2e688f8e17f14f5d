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

  private static final int LATE_THREADS = 32;
  private static final int LATE_BYTES = 2_000_000;
  private static final int LATE_ALL_OBJECTS = 20_000;

  /** A run of fewer requests sees how the caches of a container fill. */
  private static final int LONG = 50_000;

  private Growth() {}

  static void check(LiveSet early, LiveSet late, int requests, Violations violations) {
    Map<String, Long> before = early.ours();
    for (Map.Entry<String, Long> type : late.ours().entrySet()) {
      long more = type.getValue() - before.getOrDefault(type.getKey(), 0L);
      if (more > LATE_OBJECTS) {
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
    if (late.bytes() - early.bytes() > LATE_BYTES + requests / 10L) {
      violations.add("live set grows", early.bytes() + " to " + late.bytes() + " bytes");
    }
    if (late.objects() - early.objects() > LATE_ALL_OBJECTS + requests / 100L) {
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
        "live set %.1f -> %.1f MB, %,d -> %,d objects, of the library %,d -> %,d; threads %d -> %d",
        early.bytes() / 1e6,
        late.bytes() / 1e6,
        early.objects(),
        late.objects(),
        sum(early),
        sum(late),
        early.threads(),
        late.threads());
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
