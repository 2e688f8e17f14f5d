// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has grown between two looks at the heap.
 *
 * @param requests how many requests there were in between
 * @param resets how many of them a server may keep; see {@link Kind#mayBeKeptBy}
 * @param held how many of them it never answered; see {@link Excuse#HELD}
 */
record Growth(LiveSet early, LiveSet late, int requests, long resets, long held) {
  /**
   * Each thread keeps what it did last, in thread locals and on its stack; there are 24 of the
   * container, 24 workers, 48 racers, 16 clients and a few of the implementation. A trace has two
   * objects of one class at most, its workers.
   */
  private static final int LATE_OBJECTS = 2 * 128;

  /** A request for each thread of the container and for each client's connection, and some more. */
  private static final int LATE_REQUESTS = 64;

  /** The 24 workers, which start when they are needed, and a few of the implementation. */
  private static final int LATE_THREADS = 24 + 8;

  /** Late threads and connections: 128 with 16 kB each, two buffers of 8 kB. */
  private static final int LATE_BYTES = 128 * 16_384;

  /** The same in objects of about 50 bytes, as they are on average. */
  private static final int LATE_ALL_OBJECTS = LATE_BYTES / 50;

  /** A run of fewer requests sees how the caches of a container fill. */
  private static final int LONG = 50_000;

  /** A request that its server keeps has its trace, with of no class more than its two workers. */
  private static final int KEPT_OF_A_CLASS = 2;

  /** That trace: a finished span, its exchange and workers, without tags and logs. */
  private static final int KEPT_OBJECTS = 20;

  private static final int KEPT_BYTES = 1_000;

  /**
   * Checks that nothing has grown but what grows in the untraced control, too.
   *
   * @param control the same load untraced, with fewer requests
   */
  void check(Growth control, Violations violations) {
    long mayBeKept = mayBeKept(control);
    if (kept() > mayBeKept + LATE_REQUESTS) {
      violations.add(
          "requests that the server keeps", kept() + ", as untraced at most " + mayBeKept);
    }
    long kept = Math.min(kept(), mayBeKept);
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
    double share = share(control, kept);
    if (bytes() > control.bytes() * share + kept * KEPT_BYTES + LATE_BYTES) {
      violations.add(
          "live set grows",
          early.bytes() + " to " + late.bytes() + " bytes, untraced by " + control.bytes());
    }
    if (objects() > control.objects() * share + kept * KEPT_OBJECTS + LATE_ALL_OBJECTS) {
      violations.add(
          "live set grows",
          early.objects() + " to " + late.objects() + " objects, most of them " + most());
    }
  }

  private long mayBeKept(Growth control) {
    return control.kept() <= 0
        ? held
        : held + Math.min(resets, Excuse.upper(control.kept(), control.resets, resets));
  }

  /**
   * How often what has grown in the control may have grown here: with what is kept, if anything.
   */
  private double share(Growth control, long kept) {
    return kept > 0 && control.kept() > 0
        ? (double) kept / control.kept()
        : (double) requests / control.requests;
  }

  /** How many requests more the server keeps. */
  long kept() {
    return Math.max(0, late.keptRequests() - early.keptRequests());
  }

  private long bytes() {
    return Math.max(0, late.bytes() - early.bytes());
  }

  private long objects() {
    return Math.max(0, late.objects() - early.objects());
  }

  /** Both looks in one line. */
  String line() {
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

  private List<String> most() {
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
