// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.jaxrstracing.it.soak.Ledger.Count;
import io.github.jaxrstracing.it.testkit.Warnings;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;

/** The load: first untraced, then traced, with a look at the heap after each tenth. */
final class Stages {
  /** How long spans may take to end after their answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** In a long run there is a line of progress after so many requests, about every 20 seconds. */
  private static final int MOST_AT_A_TIME = 20_000;

  /** Class path, listeners, and the connections that are open at a time. */
  private static final int OTHER_FILES = 500;

  /** More than there are routes and methods. */
  private static final int MOST_NAMES = 40;

  private final Host host;
  private final Settings settings;
  private final Pools pools;
  private final Violations violations;
  private final Mix mix;

  Stages(Host host, Settings settings, Pools pools, Violations violations) {
    this.host = host;
    this.settings = settings;
    this.pools = pools;
    this.violations = violations;
    this.mix = new Mix(host, settings);
  }

  /** Ever new URLs: the names of spans are few, and nothing is kept of a request. */
  void urls() throws Exception {
    LedgerTracer tracer = new LedgerTracer(violations, end -> {});
    Ledger nothing = new Ledger(0, mix, violations);
    int requests = settings.urls();
    begin("%,d requests with as many URLs", requests);
    try (Pair pair = new Pair(host, pools, nothing, Tracing.by(tracer))) {
      Urls urls = new Urls(pair.front(), host.isJersey());
      urls.send(0, requests / 5);
      awaitQuiet(nothing, tracer);
      LiveSet early = look();
      urls.send(requests / 5, requests);
      awaitQuiet(nothing, tracer);
      Growth growth = new Growth(early, look(), requests * 4 / 5, 0, 0);
      System.out.println(
          String.format(
                  Locale.ROOT, "  %,d URLs: %d names of spans; ", requests, tracer.names().size())
              + growth.line());
      growth.check(new Growth(early, early, requests, 0, 0), violations);
    }
    if (tracer.names().size() > MOST_NAMES) {
      violations.add("names of spans", tracer.names().stream().limit(50).toList().toString());
    }
  }

  void load() throws Exception {
    checkOpenFiles();
    begin("%,d requests, untraced", settings.control());
    Control control = control();
    begin("%,d requests", settings.requests());
    Ledger ledger = new Ledger(settings.requests(), mix, violations);
    LedgerTracer tracer = new LedgerTracer(violations, ledger::ended);
    try (Warnings warnings = new Warnings();
        Pair pair = new Pair(host, pools, ledger, Tracing.by(tracer));
        Load load = new Load(pair.front(), mix, ledger)) {
      Growth growth = inTenths(load, ledger, tracer);
      System.out.println("  " + growth.line());
      growth.check(control.growth(), violations);
      System.out.print(Books.close(ledger, mix, control.books(), violations).table());
      warnings.take().forEach(warning -> violations.add("warnings of the library", warning));
    }
  }

  /** Says what comes next, which may take minutes. */
  static void begin(String what, Object... numbers) {
    System.out.println("  " + String.format(Locale.ROOT, what, numbers) + " ...");
  }

  // Each request that Jetty keeps has its connection.
  private void checkOpenFiles() {
    long needed = OTHER_FILES + mix.mayBeKept(0, settings.requests() + settings.control());
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    if (system instanceof UnixOperatingSystemMXBean unix
        && unix.getMaxFileDescriptorCount() < needed) {
      throw new IllegalStateException(
          "This run needs " + needed + " open files; see the hard limit of ulimit -n.");
    }
  }

  private Control control() throws Exception {
    Ledger ledger = new Ledger(settings.control(), mix, new Violations());
    int tenth = ledger.requests() / 10;
    try (Pair pair = new Pair(host, pools, ledger, Tracing.NONE);
        Load load = new Load(pair.front(), mix, ledger)) {
      load.send(0, tenth);
      LiveSet early = look();
      load.send(tenth, ledger.requests());
      Growth growth = growth(early, look(), tenth, ledger);
      System.out.println("  untraced: " + growth.line());
      Books books = Books.ofControl(ledger, mix);
      System.out.print(books.table());
      return new Control(books, growth);
    }
  }

  private Growth growth(LiveSet early, LiveSet late, int from, Ledger ledger) {
    int to = ledger.requests();
    long held = IntStream.range(from, to).filter(ledger::isHeld).count();
    return new Growth(early, late, to - from, mix.mayBeKept(from, to), held);
  }

  private Growth inTenths(Load load, Ledger ledger, LedgerTracer tracer) throws Exception {
    int requests = ledger.requests();
    long began = System.nanoTime();
    LiveSet early = look();
    LiveSet late = early;
    int sent = 0;
    int step = settings.isLong() ? 1 : 9; // each look at the heap takes its time
    for (int tenth = 1; tenth <= 10; tenth += step) {
      int next = (int) (requests * (long) tenth / 10);
      while (sent < next) {
        int to = Math.min(next, sent + MOST_AT_A_TIME);
        load.send(sent, to);
        sent = to;
        if (sent < next) {
          progress(sent, requests, began, tracer, "");
        }
      }
      awaitQuiet(ledger, tracer);
      LiveSet now = look();
      if (tenth == 1) {
        early = now;
      }
      late = settings.isLong() && tenth > 8 ? late.orSmaller(now) : now;
      progress(sent, requests, began, tracer, "  " + now.line());
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "  %,d requests in %.0f s, %,.0f/s",
            requests,
            seconds(began),
            requests / seconds(began)));
    return growth(early, late, requests / 10, ledger);
  }

  private LiveSet look() {
    return settings.isLong() ? LiveSet.settled() : LiveSet.now();
  }

  private static void progress(
      int sent, int requests, long began, LedgerTracer tracer, String more) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "  %3d %% %,9d requests %,6.0f/s  spans %,d open %d%s",
            sent * 100L / requests,
            sent,
            sent / seconds(began),
            tracer.started(),
            tracer.started() - tracer.finished(),
            more));
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
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

  /** What the untraced run has shown. */
  private record Control(Books books, Growth growth) {}
}
