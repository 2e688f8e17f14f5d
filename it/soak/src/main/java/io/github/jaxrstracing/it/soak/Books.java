// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.Ledger.Count;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Adds up a ledger, kind by kind. */
final class Books {
  private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);
  private final Violations violations;

  private Books(Ledger ledger, Mix mix, Violations violations) {
    this.violations = violations;
    for (int n = 0; n < ledger.requests(); n++) {
      Row row = row(mix.of(n));
      row.add(ledger, n);
      Excuse.of(ledger, mix.of(n), mix.host(), n)
          .forEach(excuse -> row.excused.merge(excuse, 1L, Long::sum));
    }
  }

  /** The books of an untraced run, in which only what clients saw counts. */
  static Books ofControl(Ledger ledger, Mix mix) {
    return new Books(ledger, mix, new Violations());
  }

  /** The books of a traced run; what is wrong is added to the violations. */
  static Books close(Ledger ledger, Mix mix, Books control, Violations violations) {
    Books books = new Books(ledger, mix, violations);
    Balance balance = new Balance(ledger, mix.host());
    for (int n = 0; n < ledger.requests(); n++) {
      Kind kind = mix.of(n);
      Row row = books.row(kind);
      for (String fault : balance.faultsOf(kind, n)) {
        if (fault.equals(Balance.UNCLEAR) && ++row.unclear <= Balance.mostUnclear(row.sent)) {
          continue;
        }
        row.wrong++;
        violations.add(fault, balance.describe(kind, n));
      }
    }
    books.rows.forEach((kind, row) -> books.compare(kind, row, control.row(kind)));
    return books;
  }

  private Row row(Kind kind) {
    return rows.computeIfAbsent(kind, k -> new Row());
  }

  private void compare(Kind kind, Row row, Row untraced) {
    row.excused.forEach(
        (excuse, count) -> {
          long most = excuse.most(untraced.excused(excuse), untraced.sent, row.sent);
          if (count > most) {
            violations.add(
                excuse.title() + ", more than untraced",
                "%s %d of %d, untraced %d of %d"
                    .formatted(kind, count, row.sent, untraced.excused(excuse), untraced.sent));
          }
        });
    if (untraced.sent == 0 || kind.manner().mayGetLost()) {
      return;
    }
    Set<Integer> others = new TreeSet<>(row.statuses.keySet());
    others.removeAll(untraced.statuses.keySet());
    others.removeIf(kind::mayAnswer);
    others.remove(0); // dead or held; an answer that is missing is a fault of its own
    if (!others.isEmpty()) {
      violations.add("statuses that nobody sees untraced", kind + " " + others);
    }
  }

  /** A line for each kind and one for all. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        line("KIND", "SENT", "ARRIVED", "SPANS", "CALLS", "SPANS", "CALLED", "SPANS", "SEEN"));
    Row all = new Row();
    rows.forEach(
        (kind, row) -> {
          all.add(row);
          table.append(row.line(kind.name()));
        });
    return table.append(all.line("all")).toString();
  }

  private static String line(Object... columns) {
    return String.format(Locale.ROOT, "  %-18s %9s %9s %9s %8s %8s %8s %8s  %s%n", columns);
  }

  private static final class Row {
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<Excuse, Long> excused = new EnumMap<>(Excuse.class);
    private long sent;
    private long dead;
    private long unclear;
    private long wrong;

    private void add(Ledger ledger, int n) {
      for (Count count : Count.values()) {
        counts.merge(count, (long) ledger.get(count, n), Long::sum);
      }
      sent += ledger.isSent(n) ? 1 : 0;
      dead += ledger.isDead(n) ? 1 : 0;
      statuses.merge(ledger.seenStatus(n), 1L, Long::sum);
    }

    private void add(Row other) {
      other.counts.forEach((count, sum) -> counts.merge(count, sum, Long::sum));
      other.statuses.forEach((status, sum) -> statuses.merge(status, sum, Long::sum));
      sent += other.sent;
      dead += other.dead;
      other.excused.forEach((excuse, sum) -> excused.merge(excuse, sum, Long::sum));
      unclear += other.unclear;
      wrong += other.wrong;
    }

    private String line(String title) {
      return Books.line(
          title,
          sent,
          sum(Count.ARRIVED),
          sum(Count.FRONT_SPANS),
          sum(Count.CALLS),
          sum(Count.CALL_SPANS),
          sum(Count.DOWN_ARRIVED),
          sum(Count.DOWN_SPANS),
          seen() + notes());
    }

    private long excused(Excuse excuse) {
      return excused.getOrDefault(excuse, 0L);
    }

    private String notes() {
      StringBuilder notes = new StringBuilder(note("dead", dead));
      excused.forEach(
          (excuse, count) -> notes.append(note(excuse.name().toLowerCase(Locale.ROOT), count)));
      return notes.append(note("unclear", unclear)).append(note("WRONG", wrong)).toString();
    }

    private static String note(String what, long count) {
      return count > 0 ? ", " + what + ' ' + count : "";
    }

    private long sum(Count count) {
      return counts.getOrDefault(count, 0L);
    }

    private String seen() {
      return statuses.entrySet().stream()
          .map(one -> (one.getKey() == 0 ? "none" : one.getKey()) + " x" + one.getValue())
          .collect(Collectors.joining(", "));
    }
  }
}
