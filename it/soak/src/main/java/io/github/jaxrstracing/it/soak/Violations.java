// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What must not happen: how often it did, and the first times. */
final class Violations {
  private static final int SHOWN = 3;
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final Map<String, Queue<String>> firsts = new ConcurrentHashMap<>();

  void add(String rule, String what) {
    LongAdder count = counts.computeIfAbsent(rule, r -> new LongAdder());
    count.increment();
    if (count.sum() <= SHOWN) {
      firsts.computeIfAbsent(rule, r -> new ConcurrentLinkedQueue<>()).add(what);
    }
  }

  boolean areNone() {
    return counts.isEmpty();
  }

  /** One line for each rule that was broken, with its first examples. */
  List<String> lines() {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(
                broken ->
                    broken.getKey() + ": " + broken.getValue() + " " + firsts.get(broken.getKey()))
            .toList();
  }
}
