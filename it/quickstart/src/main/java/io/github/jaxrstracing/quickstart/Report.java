// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.quickstart.Verdict.Finding;
import java.util.List;
import java.util.Locale;

/** Writes a verdict as text: each trace as a waterfall, then what is right and wrong with them. */
final class Report {
  private final StringBuilder text = new StringBuilder();
  private final Verdict verdict;
  private final Backend backend;
  private final Terminal terminal;

  private Report(Verdict verdict, Backend backend, Terminal terminal) {
    this.verdict = verdict;
    this.backend = backend;
    this.terminal = terminal;
  }

  static String of(Verdict verdict, Backend backend, Terminal terminal) {
    Report report = new Report(verdict, backend, terminal);
    report.traces();
    report.verdict();
    report.sums();
    return report.text.toString();
  }

  private void traces() {
    int number = 0;
    for (Finding finding : verdict.findings()) {
      Trace trace = finding.trace();
      heading(mark(++number), finding.scenario().title(), trace == null ? "none" : trace.id());
      if (trace != null) {
        draw(trace);
      }
    }
    for (Trace stray : verdict.strays()) {
      heading("[?]", "belongs to no request", stray.id());
      draw(stray);
    }
  }

  private static String mark(int number) {
    return "[" + number + "]";
  }

  private void heading(String mark, String title, String traceId) {
    text.append(String.format(Locale.ROOT, "\n%s %-36s trace %s\n", mark, title, traceId));
  }

  private void draw(Trace trace) {
    backend.links(trace.id()).forEach(link -> text.append("    ").append(link).append('\n'));
    text.append(Waterfall.of(trace, terminal));
  }

  private void verdict() {
    text.append("\nVerdict\n");
    line("", "TRACE", "SPANS", "ROOTS", "ORPHANS", "");
    int number = 0;
    for (Finding finding : verdict.findings()) {
      String mark = mark(++number);
      int expected = finding.scenario().spans().size();
      Trace trace = finding.trace();
      if (trace == null) {
        line(mark, "none", "0 of " + expected, "0", "0", "BROKEN");
      } else {
        line(mark, trace, trace.spans().size() + " of " + expected, finding.faults());
      }
    }
    for (Trace stray : verdict.strays()) {
      line("[?]", stray, stray.spans().size() + " more", List.of("belongs to no request"));
    }
  }

  private void line(String mark, Trace trace, String spans, List<String> faults) {
    int roots = trace.roots().size();
    int orphans = trace.orphans().size();
    line(mark, trace.id(), spans, roots, orphans, faults.isEmpty() ? "whole" : "BROKEN");
    for (String fault : faults) {
      text.append(terminal.error("       ! " + fault)).append('\n');
    }
  }

  private void line(Object... columns) {
    String line = String.format(Locale.ROOT, "  %-5s%-34s%-9s%-8s%-9s%s", columns);
    boolean broken = columns[columns.length - 1].equals("BROKEN");
    text.append(broken ? terminal.error(line) : line.stripTrailing()).append('\n');
  }

  private void sums() {
    text.append(
        String.format(
            Locale.ROOT,
            "  Traces: %d expected, %d found. Spans: %d expected, %d found. Orphans: %d.\n",
            verdict.findings().size(),
            verdict.tracesFound(),
            verdict.spansExpected(),
            verdict.spansFound(),
            verdict.orphans()));
    text.append(
            verdict.isWhole()
                ? "  OK: every request left one whole trace."
                : terminal.error("  FAILED: not every request left one whole trace."))
        .append('\n');
  }
}
