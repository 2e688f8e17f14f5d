// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;

import io.github.jaxrstracing.it.soak.Ledger.Count;
import io.github.jaxrstracing.it.testkit.Warnings;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.core.ConditionTimeoutException;

/** The load: first untraced, then traced, with a look at the heap after each tenth. */
final class Stages {
  /** How long spans may take to end after their answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** More than there are routes and methods. */
  private static final int MOST_NAMES = 40;

  private final Host host;
  private final Settings settings;
  private final Pools pools;
  private final Violations violations;
  private final Mix mix;
  private boolean keepsUntraced;

  Stages(Host host, Settings settings, Pools pools, Violations violations) {
    this.host = host;
    this.settings = settings;
    this.pools = pools;
    this.violations = violations;
    this.mix = new Mix(host, settings.seed());
  }

  /** Ever new URLs: the names of spans are few, and nothing is kept of a request. */
  void urls() throws Exception {
    LedgerTracer tracer = new LedgerTracer(violations, end -> {});
    Ledger nothing = new Ledger(0, mix, violations);
    int requests = settings.urls();
    try (Pair pair = new Pair(host, pools, nothing, Tracing.by(tracer))) {
      Urls urls = new Urls(pair.front(), host.isJersey());
      urls.send(0, requests / 5);
      awaitQuiet(nothing, tracer);
      LiveSet early = LiveSet.now();
      urls.send(requests / 5, requests);
      awaitQuiet(nothing, tracer);
      LiveSet late = LiveSet.now();
      System.out.println(
          String.format(
                  Locale.ROOT, "  %,d URLs: %d names of spans; ", requests, tracer.names().size())
              + Growth.line(early, late));
      Growth.check(early, late, requests * 4 / 5, 0, violations);
    }
    if (tracer.names().size() > MOST_NAMES) {
      violations.add("names of spans", tracer.names().stream().limit(50).toList().toString());
    }
  }

  void load() throws Exception {
    Books control = control();
    Ledger ledger = new Ledger(settings.requests(), mix, violations);
    LedgerTracer tracer = new LedgerTracer(violations, ledger::ended);
    try (Warnings warnings = new Warnings();
        Pair pair = new Pair(host, pools, ledger, Tracing.by(tracer));
        Load load = new Load(pair.front(), mix, ledger)) {
      inTenths(load, ledger, tracer);
      Books books = Books.close(ledger, mix, violations);
      books.compareWith(control);
      System.out.print(books.table());
      warnings.take().forEach(warning -> violations.add("warnings of the library", warning));
    }
  }

  private Books control() throws Exception {
    Ledger ledger = new Ledger(settings.control(), mix, new Violations());
    try (Pair pair = new Pair(host, pools, ledger, Tracing.NONE);
        Load load = new Load(pair.front(), mix, ledger)) {
      long before = LiveSet.now().keptRequests();
      load.send(0, ledger.requests());
      long kept = LiveSet.now().keptRequests() - before;
      long mayBeKept = mix.mayBeKept(0, ledger.requests());
      keepsUntraced = mayBeKept > 0 && kept * 2 >= mayBeKept;
      System.out.println(
          "  untraced: the server keeps " + kept + " requests, reset early were " + mayBeKept);
      Books books = Books.ofControl(ledger, mix);
      System.out.print(books.table());
      return books;
    }
  }

  private void inTenths(Load load, Ledger ledger, LedgerTracer tracer) throws Exception {
    int requests = ledger.requests();
    long began = System.nanoTime();
    LiveSet early = LiveSet.now();
    LiveSet late = early;
    for (int tenth = 1; tenth <= 10; tenth++) {
      load.send((int) (requests * (tenth - 1L) / 10), (int) (requests * (long) tenth / 10));
      awaitQuiet(ledger, tracer);
      late = LiveSet.now();
      if (tenth == 1) {
        early = late;
      }
      progress(tenth, (int) (requests * (long) tenth / 10), began, tracer, late);
    }
    System.out.println("  " + Growth.line(early, late));
    long mayBeKept = keepsUntraced ? mix.mayBeKept(requests / 10, requests) : 0;
    Growth.check(early, late, requests * 9 / 10, mayBeKept, violations);
  }

  private static void progress(
      int tenth, int requests, long began, LedgerTracer tracer, LiveSet live) {
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.println(
        String.format(
            Locale.ROOT,
            "  %3d %% %,9d requests %,6.0f/s  spans %,d open %d  live %.1f MB %,d objects, %d"
                + " threads",
            tenth * 10,
            requests,
            requests / seconds,
            tracer.started(),
            tracer.started() - tracer.finished(),
            live.bytes() / 1e6,
            live.objects(),
            live.threads()));
  }

  /** Waits until all that was begun has ended, and tells what has not. */
  private void awaitQuiet(Ledger ledger, LedgerTracer tracer) {
    try {
      awaitSoon()
          .atMost(violations.areNone() ? PATIENCE : Duration.ofSeconds(1))
          .until(
              () ->
                  tracer.unfinished(ledger::isHeld).isEmpty()
                      && tracer.threadsWithActiveSpan().isEmpty()
                      && isBalanced(ledger));
    } catch (ConditionTimeoutException late) {
      tracer.unfinished(ledger::isHeld).forEach(span -> violations.add("unfinished spans", span));
      tracer
          .threadsWithActiveSpan()
          .forEach(thread -> violations.add("threads with an active span", thread.getName()));
    }
  }

  // A request that was reset at once may still be on its way.
  private static boolean isBalanced(Ledger ledger) {
    for (int n = 0; n < ledger.requests(); n++) {
      boolean hasEnded =
          (ledger.get(Count.ARRIVED, n) > 0) == (ledger.get(Count.FRONT_SPANS, n) > 0);
      if (!hasEnded && !ledger.isHeld(n)) {
        return false;
      }
    }
    return true;
  }
}
